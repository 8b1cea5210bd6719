// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kindwords.h"

#include <QCoreApplication>

namespace Skillet::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::KindWords", text);
}

} // namespace

QString kindTitle(Course::ExerciseKind kind)
{
    switch (kind) {
    case Course::ExerciseKind::Write:
        return tr("Write");
    case Course::ExerciseKind::Fix:
        return tr("Fix");
    case Course::ExerciseKind::Predict:
        return tr("Predict");
    case Course::ExerciseKind::Recall:
        return tr("Recall");
    case Course::ExerciseKind::Rewrite:
        return tr("Rewrite");
    case Course::ExerciseKind::Test:
        return tr("Test");
    case Course::ExerciseKind::Review:
        return tr("Review");
    case Course::ExerciseKind::Explain:
        return tr("Explain");
    case Course::ExerciseKind::Project:
        return tr("Project");
    }
    return {};
}

} // namespace Skillet::Ui
