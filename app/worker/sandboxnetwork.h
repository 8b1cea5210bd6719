// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What checked code may do with the network; see sandbox.h for the rest.
namespace Skillet::Worker::Sandbox {

enum class Network {
    None, ///< no sockets of any kind; the desktop's message bus is one
    Allowed, ///< sockets, for a process that is in a network of its own where the system has one for it
};

/// Puts this process into a network of its own, in which there is nothing but itself: 127.0.0.1. To be called
/// by a process with one thread, before confineFiles() and denyOutlets(). False when the system does not
/// offer it.
[[nodiscard]] bool enterOwnNetwork();
/// Whether that would work, tried in a child.
[[nodiscard]] bool canEnterOwnNetwork();

/// From here on this process and its children cannot get to another network, and have no sockets unless
/// `network` says so. False when that was not possible.
[[nodiscard]] bool denyOutlets(Network network);

} // namespace Skillet::Worker::Sandbox
