// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsdialog.h"

#include "actions.h"
#include "core/settings.h"
#include "settings/fontrow.h"
#include "theme/rolelabel.h"
#include "theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Core::FontChoice;
using Skillet::Core::Settings;

/// Each change is kept at once, seen at once, and told to whom it concerns.
class TestSettingsDialog final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<SettingsDialog> m_dialog;

    void open()
    {
        m_dialog = std::make_unique<SettingsDialog>(*m_settings, *m_theme, *m_actions, nullptr);
        m_dialog->show();
    }
    [[nodiscard]] QSpinBox *spinBox(const QString &suffix) const
    {
        for (QSpinBox *box : m_dialog->findChildren<QSpinBox *>()) {
            if (box->suffix() == suffix) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QSpinBox *memory() const
    {
        for (QSpinBox *box : m_dialog->findChildren<QSpinBox *>()) {
            if (!box->specialValueText().isEmpty()) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')) == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_dialog->findChildren<RoleLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const RoleLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    [[nodiscard]] QString makeEnvironment()
    {
        const QString folder = m_folder.filePath(QStringLiteral("env%1").arg(++m_number));
        QFile file(folder + QStringLiteral("/pyvenv.cfg"));
        return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) ? folder : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings%1.ini").arg(++m_number)));
        m_theme = std::make_unique<Theme>();
        m_actions = std::make_unique<Actions>(*m_theme, nullptr);
        (*m_actions)[ActionId::ThemeLight]->setChecked(true);
        open();
    }
    void cleanup() { m_dialog.reset(); }

    void themeAndSuggestions_areThoseOfTheMenus()
    {
        QComboBox *themes = nullptr;
        for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
            if (box->count() == 3) {
                themes = box;
            }
        }
        QVERIFY(themes != nullptr);
        QCOMPARE(themes->currentIndex(), 1);
        QSignalSpy dark((*m_actions)[ActionId::ThemeDark], &QAction::triggered);
        themes->setCurrentIndex(2);
        Q_EMIT themes->activated(2);
        QCOMPARE(dark.count(), 1);
        auto *suggests = m_dialog->findChild<QCheckBox *>();
        QVERIFY(suggests->isChecked());
        suggests->click();
        QVERIFY(!(*m_actions)[ActionId::CompleteAfterDot]->isChecked());
    }

    void zoomAndFonts_areSeenAndKept()
    {
        spinBox(QStringLiteral(" %"))->setValue(120);
        QCOMPARE(m_theme->zoomPercent(), 120);
        QCOMPARE(m_settings->zoomPercent(), 120);
        auto *code = m_dialog->findChildren<FontRow *>().at(0);
        code->findChild<QSpinBox *>()->setValue(20);
        QCOMPARE(m_settings->codeFont(), (FontChoice{QString(), 20}));
        QCOMPARE(m_theme->font(FontRole::Code).pixelSize(), 24);
        auto *lesson = m_dialog->findChildren<FontRow *>().at(1);
        auto *families = lesson->findChild<QComboBox *>();
        QVERIFY(families->count() > 1);
        families->setCurrentIndex(1);
        QCOMPARE(m_settings->lessonFont().family, families->currentText());
        QCOMPARE(m_theme->font(FontRole::Lesson).families().constFirst(), families->currentText());
        open();
        QCOMPARE(m_dialog->findChildren<FontRow *>().at(0)->choice(), m_settings->codeFont());
        QCOMPARE(m_dialog->findChildren<FontRow *>().at(1)->choice(), m_settings->lessonFont());
    }

    void fontsForCode_areMonospaced()
    {
        const auto *families = m_dialog->findChildren<FontRow *>().at(0)->findChild<QComboBox *>();
        QVERIFY(families->count() > 1);
        for (int index = 1; index < families->count(); ++index) {
            QVERIFY2(QFontDatabase::isFixedPitch(families->itemText(index)),
                     qPrintable(families->itemText(index)));
        }
    }

    void memory_isHalfTheMachinesUntilItIsChosen()
    {
        QSpinBox *box = memory();
        QCOMPARE(box->text(), box->specialValueText());
        QSignalSpy changed(m_dialog.get(), &SettingsDialog::pythonChanged);
        QVERIFY(!button(QStringLiteral("Restart the Prompt Now"))->isVisible());
        box->setValue(2000);
        QCOMPARE(m_settings->memoryLimitMegabytes(), 2000);
        QCOMPARE(changed.count(), 1);
        QSignalSpy restart(m_dialog.get(), &SettingsDialog::restartRequested);
        QPushButton *now = button(QStringLiteral("Restart the Prompt Now"));
        QVERIFY(now->isVisible());
        now->click();
        QCOMPARE(restart.count(), 1);
        QVERIFY(!now->isVisible());
        box->setValue(box->minimum());
        QCOMPARE(m_settings->memoryLimitMegabytes(), 0);
        QCOMPARE(changed.count(), 2);
    }

    void output_isTold()
    {
        QSignalSpy changed(m_dialog.get(), &SettingsDialog::promptOutputChanged);
        spinBox(QStringLiteral(" MB"))->setValue(25);
        QCOMPARE(m_settings->promptOutputMegabytes(), 25);
        QCOMPARE(changed.count(), 1);
        for (QSpinBox *box : m_dialog->findChildren<QSpinBox *>()) {
            if (box->maximum() == Settings::mostPromptKept) {
                box->setValue(2000);
            }
        }
        QCOMPARE(m_settings->promptKeptMegabytes(), 2000);
        QCOMPARE(changed.count(), 2);
    }

    void anEnvironment_isUsedOnceItIsOne()
    {
        QSignalSpy changed(m_dialog.get(), &SettingsDialog::pythonChanged);
        auto *path = m_dialog->findChild<QLineEdit *>();
        for (auto *line : m_dialog->findChildren<QLineEdit *>()) {
            path = line->placeholderText().isEmpty() ? path : line;
        }
        const QString folder = makeEnvironment();
        QVERIFY(!folder.isEmpty());
        path->setText(folder.chopped(1));
        QVERIFY(says(QStringLiteral("no virtual environment in this folder")));
        QVERIFY(m_settings->environment().isEmpty());
        path->setText(folder);
        QVERIFY(says(QStringLiteral("This is a virtual environment.")));
        QCOMPARE(m_settings->environment(), folder);
        path->clear();
        QVERIFY(m_settings->environment().isEmpty());
        QCOMPARE(changed.count(), 2);
    }

    void everyControl_hasANameAndAKey()
    {
        for (QWidget *control : m_dialog->findChildren<QWidget *>()) {
            if (qobject_cast<QDialogButtonBox *>(control->parentWidget()) != nullptr) {
                continue; // Close is Escape
            }
            const bool isButton = qobject_cast<QPushButton *>(control) != nullptr
                || qobject_cast<QCheckBox *>(control) != nullptr;
            if (isButton) {
                QVERIFY2(control->property("text").toString().contains(QLatin1Char('&')),
                         qPrintable(control->property("text").toString()));
            }
        }
        int buddies = 0;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            buddies += label->buddy() != nullptr ? 1 : 0;
            QVERIFY2(label->buddy() == nullptr || label->text().contains(QLatin1Char('&')),
                     qPrintable(label->text()));
        }
        QCOMPARE(buddies, 8);
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
