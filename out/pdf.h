#pragma once
// A PDF file of one page, without the hour at which it was made: the same picture gives the same
// bytes.
//
// Graphviz makes a PDF through cairo, which writes the time of the clock into it, since cairo 1.18
// in a compressed part of the file. So the page is made here, with a fixed date, and Graphviz draws
// on it. Cairo comes with Graphviz's own plugin and is looked up by name when it is needed:
// building takes none of its headers.

#include <string>

namespace entente {

class PdfPage {
 public:
  PdfPage(double width,
          double height);  // points. Throws Error{Fault::System} when cairo is not there
  ~PdfPage();
  PdfPage(const PdfPage&) = delete;
  PdfPage& operator=(const PdfPage&) = delete;

  void* context() const { return context_; }  // a cairo_t, to draw on
  std::string finish();  // the bytes of the file; nothing can be drawn after it

 private:
  void* surface_ = nullptr;
  void* context_ = nullptr;
  std::string bytes_;
};

}  // namespace entente
