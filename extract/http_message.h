#pragma once
// An HTTP response as a crawler kept it: its head, and its body as the server had it before it was
// cut into chunks and packed. https://www.rfc-editor.org/rfc/rfc9112. Tested by
// tests/extract/warc_test.cpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;  // names in lower case

// The value of the first field with that name; empty when there is none.
std::string_view field(const HeaderFields& fields, std::string_view name);

// Takes "Name: value" into the fields; a line that begins with a blank goes on with the field
// before it. Other lines are passed over.
void add_field(std::string_view line, HeaderFields& fields);

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string body;
  std::string problem;  // why there is no body: "a chunk that is cut off"; empty when all is well
};

// `bytes` from "HTTP/1.1 200 OK" on. At most `limit` + 1 bytes of the body are unpacked.
HttpResponse read_http_response(std::string_view bytes, std::size_t limit);

// Of a Content-Type: "text/html" in lower case, and the charset behind it.
std::string media_type(std::string_view content_type);
std::string charset_of(std::string_view content_type);

}  // namespace entente
