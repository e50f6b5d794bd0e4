#pragma once
// Procedures: what CALL names. Each yields a table.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cypher/functions.h"

namespace entente::cypher {

struct Procedure {
  struct Field {
    std::string name;
    TypeSet types = kAnyType;  // null is always allowed
  };
  std::string name;  // with its dots: "test.my.proc"
  std::vector<Field> parameters;
  std::vector<Field> results;
  // Rows of one value for each result. An Integer for a Float parameter comes as a Float.
  std::function<std::vector<List>(Surroundings&, Arguments)> call;
  std::size_t optional = 0;  // so many of the last parameters may be left out: they are null then
  std::string help;          // one line
};

// "test.my.proc(in :: INTEGER, options :: MAP = null) :: (out :: STRING)"
std::string signature(const Procedure& procedure);

class Procedures {
 public:
  void add(Procedure procedure);
  const Procedure* find(std::string_view name) const;  // nullptr when there is none
  std::vector<const Procedure*> all() const;           // by name

 private:
  std::map<std::string, Procedure, std::less<>> procedures_;
};

}  // namespace entente::cypher
