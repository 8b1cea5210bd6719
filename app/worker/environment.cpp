// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/environment.h"

#include "worker/interpreter.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

using Settings = std::map<std::string, std::string>;

constexpr std::size_t MostSettings = 200;

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Lines of `key = value`.
std::optional<Settings> readSettings(const std::string &path)
{
    std::ifstream file(path);
    if (!file)
        return std::nullopt;
    Settings settings;
    for (std::string line; settings.size() < MostSettings && std::getline(file, line);) {
        const auto equals = line.find('=');
        if (equals != std::string::npos)
            settings[trimmed(line.substr(0, equals))] = trimmed(line.substr(equals + 1));
    }
    return settings;
}

/// "3.11" of "3.11.2" and of "3.11.2.final.0"
std::string shortVersion(const std::string &version)
{
    return version.substr(0, version.find('.', version.find('.') + 1));
}

bool isSameFile(const std::string &one, const std::string &other)
{
    std::error_code error;
    return std::filesystem::equivalent(one, other, error) && !error;
}

std::string howToMake(const std::string &folder)
{
    return "To make one, run: " SKILLET_PYTHON_EXECUTABLE " -m venv \"" + folder + "\"";
}

std::string howToMakeAgain(const std::string &folder)
{
    return "To make it again without its packages, run: " SKILLET_PYTHON_EXECUTABLE " -m venv --clear \""
        + folder + "\" and install the packages once more. Or choose another environment.";
}

} // namespace

std::optional<std::string> environmentProblem(const std::string &folder)
{
    const auto settings = readSettings(folder + "/pyvenv.cfg");
    if (!settings)
        return "There is no virtual environment in " + folder + " (it holds no readable pyvenv.cfg). "
            + howToMake(folder);
    const auto setting = [&settings](const char *key) {
        const auto found = settings->find(key);
        return found == settings->end() ? std::string() : found->second;
    };
    const std::string version = setting(settings->contains("version") ? "version" : "version_info");
    const std::string own = shortVersion(pythonVersion());
    if (!version.empty() && shortVersion(version) != own)
        return "The virtual environment " + folder + " is for Python " + shortVersion(version)
            + ", and Skillet runs Python " + own + ". " + howToMakeAgain(folder);
    if (::access(environmentPython(folder).c_str(), X_OK) != 0)
        return "The virtual environment " + folder + " is broken: its " + environmentPython(folder)
            + " is not there any more, or leads nowhere. " + howToMakeAgain(folder);
    const std::string home = setting("home");
    if (!isSameFile(home + "/python" + own, SKILLET_PYTHON_EXECUTABLE))
        return "The virtual environment " + folder + " belongs to the Python in " + home
            + ", and Skillet runs " SKILLET_PYTHON_EXECUTABLE ". " + howToMakeAgain(folder);
    return std::nullopt;
}

std::string environmentPython(const std::string &folder)
{
    return folder + "/bin/python";
}

void activateEnvironment(const std::string &folder)
{
    ::setenv("VIRTUAL_ENV", folder.c_str(), 1);
    const char *path = std::getenv("PATH");
    ::setenv("PATH", (folder + "/bin:" + (path ? path : "/usr/bin:/bin")).c_str(), 1);
}

} // namespace Skillet::Worker
