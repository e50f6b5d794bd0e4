#include "graph/sqlite.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace entente {
namespace {

Fault fault_of(int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_ERROR:  // a table or column that is not there
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
      return Fault::Input;
    default:
      return Fault::System;
  }
}

std::string reason_of(int code, sqlite3* handle) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return "not an Entente graph: not an SQLite file";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "locked by another program that writes to it";
    case SQLITE_FULL:
      return "the disk is full";
    default:
      break;
  }
  std::string reason = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
  const int system = handle == nullptr ? 0 : sqlite3_system_errno(handle);
  if (system != 0) reason += std::string(" (") + std::strerror(system) + ")";
  return reason;
}

// A path as a URI keeps its bytes: all but the plainest are escaped.
std::string file_uri(const std::string& path) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || byte == '/' || byte == '.' || byte == '-' ||
                       byte == '_';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return uri;
}

}  // namespace

// Absolute, because names such as ":memory:" mean something else to SQLite.
Connection::Connection(const std::filesystem::path& file, int flags, bool immutable)
    : Connection(immutable ? file_uri(std::filesystem::absolute(file).string()) + "?immutable=1"
                           : std::filesystem::absolute(file).string(),
                 file.string(), immutable ? flags | SQLITE_OPEN_URI : flags) {}

Connection Connection::in_memory() {
  return {":memory:", "graph in memory", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

Connection::Connection(const std::string& path, std::string name, int flags)
    : name_(std::move(name)) {
  sqlite3* handle = nullptr;
  // Without a lock around each look at a column, which takes as long as the look itself.
  flags |= SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 5000);
  // The file may come from anyone: it must not bring code of its own.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Connection::fail() const {
  sqlite3* handle = handle_.get();
  const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle);
  fail(code, reason_of(code, handle));
}

void Connection::fail(int code, const std::string& reason) const {
  throw Error(fault_of(code), Place{name_}, reason);
}

void Connection::execute(const char* sql) {
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Connection::end() noexcept { sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

Statement::Statement(const Connection& connection, std::string_view sql)
    : connection_(&connection) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  statement_.reset(statement);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) connection_->fail();
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(statement_.get(), parameter, bytes, text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  check(sqlite3_bind_double(statement_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  check(sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  check(code);
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
  check(sqlite3_reset(statement_.get()));
}

Statement& Statement::rewind() {
  check(sqlite3_reset(statement_.get()));
  return *this;
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

// As a blob: text is then not copied to get a zero behind it.
std::string_view Statement::text_view(int column) const {
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_TEXT) return {};
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  connection_.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // After some errors SQLite has rolled back by itself; a second time does no harm.
  if (open_) connection_.end();
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

Savepoint::Savepoint(Connection& connection) : connection_(connection) {
  connection_.execute("SAVEPOINT entente");
}

Savepoint::~Savepoint() {
  // After some errors SQLite has rolled back all of the transaction by itself.
  if (open_) {
    sqlite3_exec(connection_.handle(), "ROLLBACK TO entente; RELEASE entente", nullptr, nullptr,
                 nullptr);
  }
}

void Savepoint::keep() {
  connection_.execute("RELEASE entente");
  open_ = false;
}

}  // namespace entente
