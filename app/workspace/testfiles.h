// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Workspace {

/// Whether pytest looks for tests in a file of that name: test_*.py, *_test.py.
[[nodiscard]] bool isTestFile(const QString &file);

/// The file in `project` that tests `file` (both absolute), by its name: of shop.py test_shop.py or
/// shop_test.py, beside it, in a folder tests or test beside it, or in one of the project's. Empty: none.
[[nodiscard]] QString testFileOf(const QString &file, const QString &project);

/// The folder that tests of `file` run in: the project's, where it lies in that; else the nearest above it
/// that has a file pyproject.toml, pytest.ini, tox.ini, setup.cfg, setup.py or a folder .git; else its own.
[[nodiscard]] QString testFolderOf(const QString &file, const QString &project);

} // namespace Skillet::Workspace
