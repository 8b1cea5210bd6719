// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/streams.h"

#include "worker/pythonerror.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

constexpr std::size_t LargestPage = 1'000'000; // bytes
/// As much as a fresh pipe takes for certain, should the learner put one in the place of ours.
constexpr int MostRoomKnown = 32 * 1024; // bytes

/// Blocks all signals of this thread for its life, so that none slips between a check and a wait.
class SignalsBlocked final
{
public:
    SignalsBlocked()
    {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    SignalsBlocked(const SignalsBlocked &) = delete;
    SignalsBlocked &operator=(const SignalsBlocked &) = delete;

    [[nodiscard]] const sigset_t *before() const { return &m_before; }

private:
    sigset_t m_before = {};
};

/// Bytes that a pipe takes without waiting, for certain: its pages may be filled by half only. 0 for what is
/// no pipe.
int roomIn(int descriptor)
{
    const int capacity = ::fcntl(descriptor, F_GETPIPE_SZ);
    int present = 0;
    if (capacity <= 0 || ::ioctl(descriptor, FIONREAD, &present) != 0)
        return 0;
    return std::max(capacity / 2 - present, 0);
}

/// Says for its life that a reply is for input().
class InputWanted final
{
public:
    explicit InputWanted(Inbox &inbox)
        : m_inbox(inbox)
    {
        m_inbox.setInputWanted(true);
    }
    ~InputWanted() { m_inbox.setInputWanted(false); }
    InputWanted(const InputWanted &) = delete;
    InputWanted &operator=(const InputWanted &) = delete;

private:
    Inbox &m_inbox;
};

void checkSignals()
{
    if (PyErr_CheckSignals() != 0)
        throw py::error_already_set();
}

/// In a forked child: there is nobody to ask, but descriptor 0 is a pipe that the parent fills. Byte by byte,
/// for what comes after the line may be another program's.
py::object readInherited(const std::string &prompt)
{
    (void)!::write(STDOUT_FILENO, prompt.data(), prompt.size());
    std::string line;
    for (;;) {
        char byte = 0;
        ssize_t size = 0;
        {
            const py::gil_scoped_release release;
            size = ::read(STDIN_FILENO, &byte, 1);
        }
        if (size < 0 && errno == EINTR)
            checkSignals();
        else if (size <= 0 && line.empty())
            return py::none();
        else if (size <= 0 || byte == '\n')
            return pythonText(line);
        else
            line += byte;
    }
}

} // namespace

void Streams::install()
{
    m_module = py::module_::import("skillet_worker.streams");
    const auto write = py::cpp_function(
        [this](int descriptor, const py::object &data) { return this->write(descriptor, data); });
    const auto read = py::cpp_function(
        [this](const py::object &prompt, bool secret) { return readLine(utf8(prompt), secret); });
    m_module.attr("install")(write, read);
    const auto show = py::cpp_function([this](const py::object &text) { return showPage(utf8(text)); });
    py::module_::import("skillet_worker.helping").attr("install")(show);
}

void Streams::keepOrder(int descriptor)
{
    if (m_lastWritten == descriptor)
        return;
    // The two pipes have no common order, so the other one must be empty before this one is written to.
    for (;;) {
        bool empty = false;
        {
            const py::gil_scoped_release release;
            empty = m_pump.forwardWithinCredit();
            if (!empty) {
                const timespec pause{0, 2'000'000};
                ::nanosleep(&pause, nullptr);
            }
        }
        if (empty)
            break;
        checkSignals();
    }
    m_lastWritten = descriptor;
    m_room = 0;
}

// Releasing the GIL for each small write would cost milliseconds whenever other threads are busy, and to look
// before each of them half as much as to write.
bool Streams::fitsAtOnce(int descriptor, Py_ssize_t size)
{
    if (size > m_room) {
        const int room = roomIn(descriptor);
        if (size > room)
            return false;
        m_room = std::min(room, MostRoomKnown);
    }
    m_room = std::max<Py_ssize_t>(m_room - size, 0);
    return true;
}

ssize_t Streams::writeOnce(int descriptor, const Py_buffer &buffer)
{
    if (fitsAtOnce(descriptor, buffer.len))
        return ::write(descriptor, buffer.buf, static_cast<std::size_t>(buffer.len));
    const py::gil_scoped_release release;
    return ::write(descriptor, buffer.buf, static_cast<std::size_t>(buffer.len));
}

Py_ssize_t Streams::write(int descriptor, py::handle data)
{
    if (!Pump::isForkedChild())
        keepOrder(descriptor);
    Py_buffer buffer;
    if (PyObject_GetBuffer(data.ptr(), &buffer, PyBUF_SIMPLE) != 0)
        throw py::error_already_set();
    ssize_t written = -1;
    int problem = 0;
    do {
        written = writeOnce(descriptor, buffer);
        problem = written < 0 ? errno : 0;
    } while (problem == EINTR && PyErr_CheckSignals() == 0);
    PyBuffer_Release(&buffer);
    if (problem == EINTR)
        throw py::error_already_set();
    if (problem != 0) {
        errno = problem;
        PyErr_SetFromErrno(PyExc_OSError);
        throw py::error_already_set();
    }
    return written;
}

py::object Streams::readLine(const std::string &prompt, bool secret)
{
    if (Pump::isForkedChild())
        return readInherited(prompt);
    const InputWanted wanted(m_inbox);
    {
        const py::gil_scoped_release release;
        m_inbox.clearInput();
        std::fflush(stdout);
        m_pump.sendAfterOutput(Protocol::InputRequested{prompt, secret});
    }
    for (;;) {
        const SignalsBlocked blocked;
        checkSignals();
        {
            const py::gil_scoped_release release;
            pollfd wait{m_inbox.inputDescriptor(), POLLIN, 0};
            ::ppoll(&wait, 1, nullptr, blocked.before());
        }
        if (const auto reply = m_inbox.takeInput()) {
            m_pageIsFree = m_showsPages;
            if (reply->endOfFile)
                return py::none();
            return pythonText(reply->line);
        }
    }
}

bool Streams::showPage(const std::string &text)
{
    if (!m_pageIsFree || text.size() > LargestPage || Pump::isForkedChild())
        return false;
    m_pageIsFree = false;
    const py::gil_scoped_release release;
    m_pump.sendAfterOutput(Protocol::HelpShown{0, text.substr(0, text.find_first_of("\n")), text});
    return true;
}

void Streams::call(const char *function)
{
    try {
        m_module.attr(function)();
    } catch (const py::error_already_set &) {
        // Broken by the learner, or interrupted: there is nobody to tell, and nothing more to do.
        forgetException();
    }
}

void Streams::flush()
{
    call("flush");
    std::fflush(stdout);
}

void Streams::mend()
{
    call("mend");
}

void Streams::reset()
{
    call("reset");
}

} // namespace Skillet::Worker
