// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/interpreter.h"

#include "worker/environment.h"
#include "worker/pythonerror.h"

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

PyStatus preinitialize()
{
    PyPreConfig config;
    PyPreConfig_InitPythonConfig(&config);
    config.utf8_mode = 1;
    config.use_environment = 0;
    config.parse_argv = 0;
    return Py_PreInitialize(&config);
}

PyStatus configure(PyConfig &config, const Options &options)
{
    config.use_environment = 0;
    config.parse_argv = 0;
    config.safe_path = 0;
    config.user_site_directory = 1;
    // A crash in C code then writes to stderr which line of Python was at work.
    config.faulthandler = 1;
    if (options.role == Protocol::Role::Prompt)
        config.inspect = config.interactive = 1; // sys.flags say what `python3 -i` is
    // Programs that start sys.executable, such as multiprocessing's, must meet the very same version.
    const std::string program = options.environment.empty() ? std::string(SKILLET_PYTHON_EXECUTABLE)
                                                            : environmentPython(options.environment);
    PyStatus status = PyConfig_SetBytesString(&config, &config.program_name, program.c_str());
    if (PyStatus_Exception(status) || options.pythonHome.empty())
        return status;
    return PyConfig_SetBytesString(&config, &config.home, options.pythonHome.c_str());
}

PyStatus initialize(const Options &options)
{
    PyStatus status = preinitialize();
    if (PyStatus_Exception(status))
        return status;
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    status = configure(config, options);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    return status;
}

} // namespace

std::optional<std::string> startPython(const Options &options)
{
    if (!options.environment.empty()) {
        if (auto problem = environmentProblem(options.environment))
            return problem;
        activateEnvironment(options.environment);
    }
    const PyStatus status = initialize(options);
    if (!PyStatus_Exception(status) && !PyStatus_IsExit(status))
        return std::nullopt;
    const std::string version = pythonVersion();
    const std::string shortVersion = version.substr(0, version.rfind('.'));
    const std::string folder = (options.pythonHome.empty() ? std::string("/usr") : options.pythonHome)
        + "/lib/python" + shortVersion;
    const std::string why = status.err_msg ? status.err_msg : "it ended at once";
    return "Python " + version + " could not start, because its standard library in " + folder
        + " is missing or damaged (" + why + "). To mend it, run: sudo apt install --reinstall libpython"
        + shortVersion + "-minimal libpython" + shortVersion + "-stdlib";
}

std::optional<std::string> findOwnPackage(const std::string &folder)
{
    try {
        // In front only while importing: the learner's own modules must not be hidden by ours, nor ours by
        // theirs.
        py::list path = py::module_::import("sys").attr("path");
        const py::str entry = pythonText(folder);
        path.attr("insert")(0, entry);
        py::module_::import("skillet_worker");
        path.attr("remove")(entry);
        return std::nullopt;
    } catch (py::error_already_set &error) {
        return "The worker's own Python modules in " + folder + " cannot be used (" + error.what()
            + "). Install Skillet again.";
    }
}

std::string pythonVersion()
{
    const std::string text = Py_GetVersion(); // "3.11.2 (main, ...) [GCC ...]"
    return text.substr(0, text.find(' '));
}

} // namespace Skillet::Worker
