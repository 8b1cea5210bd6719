// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace Skillet::Core {

/// What went wrong, in classes a caller may branch on.
enum class ErrorCode {
    NotFound, ///< the file, folder or entry is not there
    PermissionDenied, ///< it is there, but may not be read or written
    NoSpace, ///< the disk or quota is full
    Invalid, ///< it was read, and its content is not what it must be
    NewerVersion, ///< written by a newer version of the program
    Locked, ///< another program holds it
    Unavailable, ///< a service, program or device does not answer
    Failed, ///< anything else
};

/// A failure for people: `message` is a whole sentence that names the file (and line) and, where there is
/// one, the way out.
struct Error
{
    ErrorCode code = ErrorCode::Failed;
    QString message;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either a T or the Error that says why there is none. Reading the side that is not there is a bug of
/// the caller (asserted), never a state of the world.
template <typename T>
class [[nodiscard]] Result final
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_content);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_content);
    }
    [[nodiscard]] T value() &&
    {
        Q_ASSERT(ok());
        return std::get<0>(std::move(m_content));
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!ok());
        return std::get<1>(m_content);
    }
    [[nodiscard]] T valueOr(T fallback) const { return ok() ? std::get<0>(m_content) : std::move(fallback); }

private:
    std::variant<T, Error> m_content;
};

/// The result of an action that yields nothing: success, or an Error.
template <>
class [[nodiscard]] Result<void> final
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    { }

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!ok());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace Skillet::Core
