// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

/// A small valid course in a temporary folder: one stage with the module `basics` (lesson `first`, exercises
/// `one` and `two`) and the planned module `later`. Tests then change what they are about.
class CourseBuilder final
{
public:
    CourseBuilder();

    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const char *name) const;

    void write(const char *name, const QByteArray &content);
    void remove(const char *name);
    /// Replaces `before`, which has to occur, in the file `name`.
    void edit(const char *name, const QByteArray &before, const QByteArray &after);

private:
    void writeExercise(const QByteArray &name);

    QTemporaryDir m_folder;
    bool m_valid = true;
};
