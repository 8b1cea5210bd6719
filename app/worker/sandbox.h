// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Measures that keep checked code from harming the machine by accident or mischief. Each is tried on its
/// own; what the kernel does not offer is left out, and the check runs all the same. They can only be
/// tightened, never undone.
namespace Skillet::Worker::Sandbox {

/// Puts those in force that need no names of folders, once Python is up. Returns the names of those that
/// hold, among "no_new_privs", "rlimits" and "seccomp".
[[nodiscard]] std::vector<std::string> protectAtStart();

/// Bounds how many processes may be there besides those that are now: for this process and its children, but
/// not for the system's administrator. False when that was not possible.
[[nodiscard]] bool limitProcesses();

/// Whether confineFiles() will work on this kernel.
[[nodiscard]] bool canConfineFiles();

/// Folders and files; those that do not exist are left out.
struct FileAccess
{
    std::vector<std::string> readable;
    std::vector<std::string> writable; ///< readable too
};

/// From here on this thread and its children reach nothing but these (Landlock). False when that was not
/// possible.
[[nodiscard]] bool confineFiles(const FileAccess &access);

} // namespace Skillet::Worker::Sandbox
