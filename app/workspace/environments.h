// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Skillet::Workspace {

/// The Python that programs run in unless an environment is chosen: the one that is built into the prompt.
struct OwnPython
{
    QString executable; ///< /usr/bin/python3.11
    QString version; ///< 3.11.2
};

enum class EnvironmentState {
    Usable,
    OtherVersion, ///< made by another minor version, so its packages do not fit the prompt
    OtherPython, ///< of the same version, but of another Python of this machine
    Broken, ///< its interpreter leads nowhere, or a part of it is gone
};

struct Environment
{
    QString folder; ///< of a virtual environment; empty: the machine's own Python
    QString python; ///< the program to run, whether or not it is there
    QString version; ///< "3.11.2"; empty: it is not told
    EnvironmentState state = EnvironmentState::Usable;
    QString missing; ///< of a broken one: the file or folder that is not there

    [[nodiscard]] bool isVirtual() const { return !folder.isEmpty(); }
};

struct InstalledPackage
{
    QString name;
    QString version;

    friend bool operator==(const InstalledPackage &, const InstalledPackage &) = default;
};

/// Whether the folder holds a pyvenv.cfg (PEP 405).
[[nodiscard]] bool isEnvironment(const QString &folder);

/// Of a folder for which isEnvironment() holds. Runs nothing.
[[nodiscard]] Environment readEnvironment(const QString &folder, const OwnPython &own);

/// The machine's own Python, then the environments in `places` and in their folders, by path; each once. No
/// deeper: a project's environments lie at its top.
[[nodiscard]] QList<Environment> findEnvironments(const QStringList &places, const OwnPython &own);

/// Further Pythons of this machine: python3.N in `path`, a list of folders separated by colons. Each once,
/// whatever its links are called, without `own`. None of them is usable at the prompt.
[[nodiscard]] QList<Environment> otherPythons(const QString &path, const OwnPython &own);

/// By name, from what installers leave beside the packages (dist-info, egg-info). Runs nothing.
[[nodiscard]] QList<InstalledPackage> installedPackages(const Environment &environment);

} // namespace Skillet::Workspace
