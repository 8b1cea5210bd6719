// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/channel.h"
#include "worker/descriptors.h"
#include "worker/inbox.h"
#include "worker/limits.h"
#include "worker/options.h"
#include "worker/pump.h"
#include "worker/service.h"

#include <cstdio>
#include <cstring>

using namespace Skillet::Worker;

namespace {

constexpr int UsageExit = 2;

} // namespace

int main(int count, char **arguments)
{
    if (count == 2 && std::strcmp(arguments[1], "--version") == 0) {
        std::puts("skillet-worker " SKILLET_VERSION);
        return 0;
    }
    const auto parsed = parseOptions(count, arguments);
    if (const auto *problem = std::get_if<std::string>(&parsed)) {
        std::fprintf(stderr, "skillet-worker: %s\n", problem->c_str());
        return UsageExit;
    }
    const auto &options = std::get<Options>(parsed);
    const auto descriptors = secureDescriptors(options);
    if (!descriptors) {
        std::fputs("skillet-worker: one of the descriptors it was given is not open.\n", stderr);
        return UsageExit;
    }
    if (options.memoryLimit > 0)
        limitMemory(options.memoryLimit);
    if (options.forkLimit > 0)
        limitForks(options.forkLimit);
    Channel channel(descriptors->protocol);
    Inbox inbox;
    Pump pump(channel, inbox, *descriptors);
    pump.start();
    Service(options, *descriptors, pump, inbox).serve();
}
