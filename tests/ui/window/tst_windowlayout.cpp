// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowlayout.h"

#include "core/settings.h"
#include "theme/theme.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Core::Settings;

/// Where the panes are is as it was when the window was closed.
class TestWindowLayout final : public QObject
{
    Q_OBJECT

    struct Window
    {
        explicit Window(const Theme &theme)
            : layout(window, theme,
                     {new QWidget, new QWidget, new QWidget, new QWidget, new QWidget, new QWidget,
                      new QWidget, new QWidget, new QWidget, new QWidget, new QWidget})
        { }

        [[nodiscard]] QDockWidget *dock(const char *name) const
        {
            return window.findChild<QDockWidget *>(QString::fromLatin1(name) + QStringLiteral("Dock"));
        }

        QMainWindow window;
        WindowLayout layout;
    };

    QTemporaryDir m_folder;
    Theme m_theme;
    int m_number = 0;
    std::unique_ptr<Settings> m_settings;

    [[nodiscard]] std::unique_ptr<Window> open()
    {
        auto window = std::make_unique<Window>(m_theme);
        window->layout.restore(*m_settings);
        window->window.showNormal();
        return window;
    }

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<Settings>(m_folder.filePath(QStringLiteral("layout%1.ini").arg(++m_number)));
    }

    void sizes_areThoseOfLastTime()
    {
        QList<int> before;
        {
            const auto window = open();
            window->window.resize(780, 560);
            QTRY_COMPARE(window->window.width(), 780);
            window->window.resizeDocks({window->dock("roadmap"), window->dock("lesson")}, {170, 290},
                                       Qt::Horizontal);
            window->window.resizeDocks({window->dock("prompt")}, {210}, Qt::Vertical);
            QTRY_COMPARE(window->dock("roadmap")->width(), 170);
            QTest::qWait(50);
            before = {window->dock("roadmap")->width(), window->dock("lesson")->width(),
                      window->dock("prompt")->height()};
            window->layout.save(*m_settings);
        }
        for (int start = 0; start < 3; ++start) {
            const auto window = open();
            const auto sizes = [&window] {
                return QList<int>{window->dock("roadmap")->width(), window->dock("lesson")->width(),
                                  window->dock("prompt")->height()};
            };
            QTRY_COMPARE(sizes(), before);
            window->layout.save(*m_settings);
        }
    }

    void hiddenPanesAndTheFrontTab_areThoseOfLastTime()
    {
        {
            const auto window = open();
            window->dock("roadmap")->hide();
            QWidget *traceback = window->dock("traceback")->widget();
            window->layout.raise(traceback);
            QTRY_VERIFY(!traceback->visibleRegion().isEmpty());
            window->layout.save(*m_settings);
        }
        const auto window = open();
        QTRY_VERIFY(!window->dock("traceback")->widget()->visibleRegion().isEmpty());
        QVERIFY(window->dock("roadmap")->isHidden());
        QVERIFY(window->dock("names")->isHidden());
        QVERIFY(window->dock("lesson")->isVisible());
    }

    void anUnreadableLayout_givesTheFirstOne()
    {
        m_settings->setWindow(QByteArray("no geometry"), QByteArray("no state"));
        const auto window = open();
        for (const char *name : {"roadmap", "lesson", "prompt"}) {
            QTRY_VERIFY2(window->dock(name)->isVisible(), name);
        }
        QVERIFY(window->dock("names")->isHidden());
        QVERIFY(window->dock("uses")->isHidden());
    }

    void reset_bringsTheFirstPlacesBack()
    {
        const auto window = open();
        window->dock("roadmap")->hide();
        window->dock("lesson")->setFloating(true);
        window->layout.reset();
        QTRY_VERIFY(window->dock("roadmap")->isVisible());
        QVERIFY(!window->dock("lesson")->isFloating());
    }

    void largeText_makesTabsOfRoadmapAndLesson_beforeTheWindowOutgrowsTheScreen()
    {
        const auto window = open();
        const int screen = window->window.screen()->availableGeometry().width();
        const auto areTabs = [&window] {
            return window->window.tabifiedDockWidgets(window->dock("roadmap"))
                .contains(window->dock("lesson"));
        };
        QTest::qWait(300);
        QVERIFY(!areTabs());
        const auto setWidths = [&](int width) {
            window->dock("roadmap")->widget()->setMinimumWidth(width);
            window->dock("lesson")->widget()->setMinimumWidth(width);
            window->window.centralWidget()->setMinimumWidth(width);
        };
        setWidths(screen * 2 / 5);
        m_theme.setZoomPercent(300);
        QTRY_VERIFY(areTabs());
        QTRY_VERIFY(window->window.width() <= screen);
        QVERIFY(!window->dock("lesson")->widget()->visibleRegion().isEmpty());
        window->layout.raise(window->dock("roadmap")->widget());
        QTRY_VERIFY(!window->dock("roadmap")->widget()->visibleRegion().isEmpty());
        window->layout.raiseOpen(window->dock("lesson")->widget());
        QTRY_VERIFY(!window->dock("lesson")->widget()->visibleRegion().isEmpty());
        setWidths(50);
        m_theme.setZoomPercent(100);
        QTRY_VERIFY(!areTabs());
        QTRY_VERIFY(!window->dock("roadmap")->widget()->visibleRegion().isEmpty());
        QVERIFY(!window->dock("lesson")->widget()->visibleRegion().isEmpty());
        window->dock("lesson")->hide();
        window->layout.raiseOpen(window->dock("lesson")->widget());
        QVERIFY(window->dock("lesson")->isHidden());
    }
};

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
