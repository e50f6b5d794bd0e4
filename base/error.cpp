#include "base/error.h"

namespace entente {

std::string to_string(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ':' + std::to_string(place.line);
  if (place.column > 0) text += ':' + std::to_string(place.column);
  return text;
}

Error::Error(Fault fault, const Place& place, const std::string& message)
    : std::runtime_error(to_string(place) + ": " + message), fault_(fault) {}

Error::Error(Fault fault, const std::string& message)
    : std::runtime_error(message), fault_(fault) {}

}  // namespace entente
