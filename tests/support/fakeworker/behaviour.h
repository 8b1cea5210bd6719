// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"

#include <csignal>
#include <cstdint>
#include <string>

/// What the fake worker does in the place of Python: the "source" it is given is one of its own commands, a
/// word and perhaps an argument, such as `exit 3` or `flood`. commands() in behaviour.cpp is the list.
class Behaviour final
{
public:
    explicit Behaviour(Connection &connection)
        : m_connection(connection)
    { }

    /// Carries out `command` as run `run`, and ends the run unless the command is not to.
    void execute(std::uint32_t run, const std::string &command);

    /// The same for an attempt at an exercise; the command is the name of the exercise's folder.
    void check(std::uint32_t run, const std::string &command);

private:
    Connection &m_connection;
};

/// Set by SIGINT.
extern volatile std::sig_atomic_t interruptCount;

/// Starts or stops heeding SIGINT as Python does.
void heedInterrupts();
