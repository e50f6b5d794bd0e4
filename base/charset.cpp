// Pages in other character sets than UTF-8. What decides, first to last: a byte-order mark, the
// charset that the page names, being well-formed UTF-8, ICU's guess.

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace entente {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

std::int32_t icu_size(std::string_view bytes) { return static_cast<std::int32_t>(bytes.size()); }

// Null when ICU knows no such charset.
Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// What a page means when it names a charset: pages that say Latin-1 or ASCII are windows-1252, as
// the WHATWG Encoding Standard has it (curly quotes sit where Latin-1 has control characters).
std::string meant_by(std::string_view label) {
  std::string name = lower(label);
  for (const std::string_view alias :
       {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii"}) {
    if (name == alias) return "windows-1252";
  }
  return name;
}

std::string detected(std::string_view bytes) {
  if (find_invalid_utf8(bytes) == std::string_view::npos) return "utf-8";
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "windows-1252";
  // More than this tells the detector nothing new, and it is slow.
  const std::string_view sample = bytes.substr(0, 64 * 1024);
  ucsdet_setText(detector.get(), sample.data(), icu_size(sample), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? meant_by(name) : "windows-1252";
}

std::string convert(std::string_view bytes, UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), icu_size(bytes), converter, status);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t mark = 0;
  const char* signature =
      ucnv_detectUnicodeSignature(bytes.data(), icu_size(bytes.substr(0, 8)), &mark, &status);
  std::string name = signature != nullptr ? lower(signature) : meant_by(charset);
  if (signature != nullptr) bytes.remove_prefix(static_cast<std::size_t>(mark));
  Converter converter = name.empty() ? nullptr : open_converter(name);
  if (!converter) {
    name = detected(bytes);
    converter = open_converter(name);
  }
  if (!converter || name == "utf-8" || name == "utf8") return repair_utf8(bytes);
  return convert(bytes, converter.get());
}

}  // namespace entente
