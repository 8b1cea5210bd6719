// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Bounds on what a program at the prompt may take of the machine. The workbench watches the whole process
/// group besides; these hold even between two of its looks.
namespace Skillet::Worker {

/// Memory that this process may hold for itself, in bytes; above it Python raises MemoryError, and lives on.
/// Counted is private memory that can be written (RLIMIT_DATA), so that mapped files and the address space
/// that libraries only reserve are free. Children inherit it.
void limitMemory(std::uint64_t bytes);

/// Forks by this process and by all that it forks, within one second; above it the whole process group is
/// killed, after a sentence on standard error. Programs that were started with exec are not counted: the
/// workbench's watch is for them. To be called once, before the first fork.
void limitForks(std::uint32_t forksPerSecond);

} // namespace Skillet::Worker
