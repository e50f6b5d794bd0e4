#pragma once
// SQLite, as little as store.cpp needs: a connection, statements, transactions. Every failure
// becomes an Error that names the file: Fault::Input where its content is to blame, Fault::System
// for the rest.

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// For one thread at a time.
class Connection {
 public:
  // `flags`: SQLITE_OPEN_... `immutable`: the file cannot change while we read it, so no locks are
  // needed.
  Connection(const std::filesystem::path& file, int flags, bool immutable = false);
  static Connection in_memory();  // a new database of its own

  void execute(const char* sql);  // one statement or several, no rows asked for
  void end() noexcept;            // the transaction, if there is one, without keeping anything
  sqlite3* handle() const { return handle_.get(); }
  const std::string& name() const { return name_; }

  [[noreturn]] void fail() const;  // throws what SQLite's last call says
  [[noreturn]] void fail(int code, const std::string& reason) const;

 private:
  Connection(const std::string& path, std::string name, int flags);
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::string name_;  // as the user gave it
  std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);

  Statement& bind(int parameter, std::string_view text);  // copied
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, double number);
  Statement& bind_null(int parameter);

  bool step();  // true: a row is there
  void run();   // to its end, and ready to be bound again

  Statement& rewind();  // ready to be bound again, though rows may be left

  std::string text(int column) const;  // NULL and numbers too, as text
  // The same without a copy, until the next step; empty where it is not text.
  std::string_view text_view(int column) const;
  std::int64_t number(int column) const;
  double real(int column) const;
  bool is_null(int column) const;
  bool is_integer(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code) const;
  const Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Rolled back unless committed.
class Transaction {
 public:
  enum class Kind { Read, Write };  // Write takes the writer's lock at once
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

// Within a transaction: what was done since is undone unless kept.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void keep();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace entente
