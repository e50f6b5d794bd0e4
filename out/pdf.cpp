// A PDF file of one page: see pdf.h.

#include "out/pdf.h"

#include <dlfcn.h>

#include "base/error.h"

namespace entente {
namespace {

// The functions of cairo that are used. Source:
// https://www.cairographics.org/manual/cairo-PDF-Surfaces.html
using WriteBytes = int (*)(void* closure, const unsigned char* bytes, unsigned length);

struct Cairo {
  void* (*pdf_surface_create_for_stream)(WriteBytes, void* closure, double width, double height);
  void (*pdf_surface_set_metadata)(void* surface, int what, const char* text);
  void* (*create)(void* surface);
  void (*destroy)(void* context);
  void (*surface_finish)(void* surface);
  void (*surface_destroy)(void* surface);
};

constexpr int kCreateDate = 5;  // CAIRO_PDF_METADATA_CREATE_DATE

template <typename Function>
void look_up(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(dlsym(library, name));
  if (function == nullptr) throw Error(Fault::System, std::string("cairo has no ") + name);
}

Cairo load_cairo() {
  void* const library = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw Error(Fault::System, "cannot write pdf: libcairo.so.2 is missing");
  Cairo cairo{};
  look_up(library, "cairo_pdf_surface_create_for_stream", cairo.pdf_surface_create_for_stream);
  look_up(library, "cairo_pdf_surface_set_metadata", cairo.pdf_surface_set_metadata);
  look_up(library, "cairo_create", cairo.create);
  look_up(library, "cairo_destroy", cairo.destroy);
  look_up(library, "cairo_surface_finish", cairo.surface_finish);
  look_up(library, "cairo_surface_destroy", cairo.surface_destroy);
  return cairo;
}

const Cairo& cairo() {
  static const Cairo functions = load_cairo();
  return functions;
}

int append(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return 0;
}

}  // namespace

PdfPage::PdfPage(double width, double height) {
  surface_ = cairo().pdf_surface_create_for_stream(append, &bytes_, width, height);
  cairo().pdf_surface_set_metadata(surface_, kCreateDate, "2000-01-01T00:00:00Z");
  context_ = cairo().create(surface_);
}

PdfPage::~PdfPage() {
  if (context_ != nullptr) cairo().destroy(context_);
  cairo().surface_destroy(surface_);
}

std::string PdfPage::finish() {
  cairo().destroy(context_);
  context_ = nullptr;
  cairo().surface_finish(surface_);
  return bytes_;
}

}  // namespace entente
