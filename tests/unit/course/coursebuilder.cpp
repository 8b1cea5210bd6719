// SPDX-License-Identifier: GPL-3.0-or-later
#include "coursebuilder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

const QByteArray CourseToml = R"(format = 1
id = "demo"
title = "Demo"
version = "1.2"
summary = "A course for tests."

[[stages]]
id = "core"
title = "Core"
goal = "Begin."

[[stages.modules]]
id = "basics"
title = "Basics as planned"
summary = "Planned."
folder = "core/basics"

[[stages.modules]]
id = "later"
title = "Later"
summary = "Not written yet."
)";

const QByteArray ModuleToml = R"(id = "basics"
title = "Basics"
summary = "The first steps."
items = ["lesson:first", "exercise:one", "exercise:two"]
)";

const QByteArray Lesson = R"(+++
title = "First"
minutes = 5
concepts = ["names"]
+++
# First

Text with an é.
)";

const QByteArray ExerciseToml = R"(title = "Exercise"
kind = "write"
minutes = 3
concepts = ["names", "print"]
prerequisites = ["basics/first"]
files = ["program.py"]
hints = ["a", "b", "c"]

[[wrong]]
file = "wrong/a.py"
feedback = "Not a."

[[wrong]]
file = "wrong/b.py"
feedback = "Not b."
)";

} // namespace

CourseBuilder::CourseBuilder()
{
    m_valid = m_folder.isValid();
    write("course.toml", CourseToml);
    write("core/basics/module.toml", ModuleToml);
    write("core/basics/lessons/first.md", Lesson);
    writeExercise("one");
    writeExercise("two");
}

QString CourseBuilder::path(const char *name) const
{
    return m_folder.filePath(QLatin1String(name));
}

void CourseBuilder::write(const char *name, const QByteArray &content)
{
    QFile file(path(name));
    m_valid = m_valid && QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

void CourseBuilder::remove(const char *name)
{
    m_valid = m_valid && QFile::remove(path(name));
}

void CourseBuilder::edit(const char *name, const QByteArray &before, const QByteArray &after)
{
    QFile file(path(name));
    m_valid = m_valid && file.open(QIODevice::ReadOnly);
    QByteArray content = file.readAll();
    m_valid = m_valid && content.contains(before);
    file.close();
    write(name, content.replace(before, after));
}

void CourseBuilder::writeExercise(const QByteArray &name)
{
    const QByteArray folder = "core/basics/exercises/" + name + '/';
    write((folder + "exercise.toml").constData(), ExerciseToml);
    write((folder + "task.md").constData(), "Do it.\n");
    write((folder + "checks.py").constData(), "def check_it(): pass\n");
    for (const char *file : {"starter/program.py", "solution/program.py", "wrong/a.py", "wrong/b.py"}) {
        write((folder + file).constData(), "pass\n");
    }
}
