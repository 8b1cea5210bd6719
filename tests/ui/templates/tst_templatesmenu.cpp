// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/templatesmenu.h"

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

class TemplatesMenuTest final : public QObject
{
    Q_OBJECT

    static void choose(QMenu &menu, const QString &label)
    {
        Q_EMIT menu.aboutToShow();
        for (QAction *action : menu.actions()) {
            if (action->text().remove(u'&') == label) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(QStringLiteral("no entry ") + label));
    }

private Q_SLOTS:
    void everyTemplate_hasATextAndANameOfItsOwn()
    {
        const QTemporaryDir workspace;
        QMenu menu;
        const TemplatesMenu templates(menu, workspace.path(), nullptr);
        QSignalSpy chosen(&templates, &TemplatesMenu::chosen);
        QStringList names;
        const QList<QAction *> actions = menu.actions();
        for (QAction *action : actions) {
            if (action->isSeparator())
                break;
            action->trigger();
            QVERIFY(!chosen.isEmpty());
            const QList<QVariant> what = chosen.takeFirst();
            QVERIFY2(what.at(0).toString().startsWith(QStringLiteral("\"\"\"")), qPrintable(action->text()));
            QVERIFY(!names.contains(what.at(1).toString()));
            names.append(what.at(1).toString());
        }
        QCOMPARE(names.size(), 7);
    }

    void filesOfTheLearner_areTemplatesToo()
    {
        const QTemporaryDir workspace;
        QVERIFY(QDir(workspace.path()).mkpath(QStringLiteral("Templates")));
        QFile file(workspace.filePath(QStringLiteral("Templates/this & that.py")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# mine: \xC3\xA9\r\n");
        file.close();
        QMenu menu;
        const TemplatesMenu templates(menu, workspace.path(), nullptr);
        QSignalSpy chosen(&templates, &TemplatesMenu::chosen);
        choose(menu, QStringLiteral("this  that"));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).toString(), QStringLiteral("# mine: é\n"));
        QCOMPARE(chosen.first().at(1).toString(), QStringLiteral("this & that.py"));
    }

    void aTemplateThatCannotBeRead_isTold()
    {
        const QTemporaryDir workspace;
        QVERIFY(QDir(workspace.path()).mkpath(QStringLiteral("Templates")));
        const QString path = workspace.filePath(QStringLiteral("Templates/broken.py"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xff\xfe\x00", 3);
        file.close();
        QMenu menu;
        const TemplatesMenu templates(menu, workspace.path(), nullptr);
        QSignalSpy problems(&templates, &TemplatesMenu::problemOccurred);
        choose(menu, QStringLiteral("broken"));
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().first().value<Core::Error>().message.contains(path));
    }
};

QTEST_MAIN(TemplatesMenuTest)
#include "tst_templatesmenu.moc"
