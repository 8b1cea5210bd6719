// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Core;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFile_yieldsDefaults();
    void values_areThereAfterReopening();
    void memoryLimit_leavesPythonEnoughToStart();
    void fontSizes_areClamped();
    void zoomAndHours_areClamped_data();
    void zoomAndHours_areClamped();
    void promptOutput_isClampedAndRemembered();
    void outputOnDisk_isClampedAndRemembered();
    void suggestionsAfterADot_areOnUntilSwitchedOff();
    void damagedFile_yieldsDefaults_data();
    void damagedFile_yieldsDefaults();
    void unwritablePlace_remembersForTheSession();
    void recentFiles_areUniqueNewestFirstAndFew();

private:
    [[nodiscard]] bool put(const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    int m_written = 0;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("config/settings.ini"));
}

void TestSettings::promptOutput_isClampedAndRemembered()
{
    QCOMPARE(Skillet::Core::Settings(m_file).promptOutputMegabytes(), 10);
    Skillet::Core::Settings(m_file).setPromptOutputMegabytes(25);
    QCOMPARE(Skillet::Core::Settings(m_file).promptOutputMegabytes(), 25);
    QVERIFY(put("[prompt]\noutputMegabytes=0\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptOutputMegabytes(), 1);
    QVERIFY(put("[prompt]\noutputMegabytes=5000\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptOutputMegabytes(), 100);
    QVERIFY(put("[prompt]\noutputMegabytes=much\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptOutputMegabytes(), 10);
}

void TestSettings::outputOnDisk_isClampedAndRemembered()
{
    QCOMPARE(Skillet::Core::Settings(m_file).promptKeptMegabytes(), 1000);
    Skillet::Core::Settings(m_file).setPromptKeptMegabytes(2500);
    QCOMPARE(Skillet::Core::Settings(m_file).promptKeptMegabytes(), 2500);
    QVERIFY(put("[prompt]\nkeptMegabytes=0\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptKeptMegabytes(), 10);
    QVERIFY(put("[prompt]\nkeptMegabytes=5000000\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptKeptMegabytes(), 100000);
    QVERIFY(put("[prompt]\nkeptMegabytes=much\n"));
    QCOMPARE(Skillet::Core::Settings(m_file).promptKeptMegabytes(), 1000);
}

void TestSettings::suggestionsAfterADot_areOnUntilSwitchedOff()
{
    QVERIFY(Skillet::Core::Settings(m_file).completesAfterDot());
    Skillet::Core::Settings(m_file).setCompletesAfterDot(false);
    QVERIFY(!Skillet::Core::Settings(m_file).completesAfterDot());
    QVERIFY(put("[prompt]\ncompletesAfterDot=perhaps\n"));
    QVERIFY(Skillet::Core::Settings(m_file).completesAfterDot());
}

bool TestSettings::put(const QByteArray &content)
{
    // A file of its own each time: QSettings keeps what it has read of a name, and takes a file of the same
    // size and time for the same one. Two writes within a tick of the system's clock have the same time.
    m_file = m_folder->filePath(QStringLiteral("config/written%1.ini").arg(++m_written));
    QFile file(m_file);
    return QDir().mkpath(m_folder->filePath(QStringLiteral("config"))) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

void TestSettings::missingFile_yieldsDefaults()
{
    const Settings settings(m_file);
    QCOMPARE(settings.theme(), ThemeChoice::Desktop);
    QCOMPARE(settings.zoomPercent(), 100);
    QCOMPARE(settings.hoursPerWeek(), 0);
    QCOMPARE(settings.memoryLimitMegabytes(), 0);
    QVERIFY(settings.environment().isEmpty());
    QCOMPARE(settings.codeFont(), (Skillet::Core::FontChoice{QString(), 14}));
    QCOMPARE(settings.lessonFont(), (Skillet::Core::FontChoice{QString(), 16}));
    QVERIFY(settings.windowGeometry().isEmpty() && settings.windowState().isEmpty());
    QVERIFY(settings.currentItem().isEmpty() && settings.currentFile().isEmpty());
    QVERIFY(settings.openFiles().isEmpty() && settings.recentFiles().isEmpty());
    QVERIFY(settings.paneState(QStringLiteral("prompt")).isEmpty());
}

void TestSettings::values_areThereAfterReopening()
{
    const QByteArray bytes("\x00\xFF,;\n\"", 6);
    const QStringList files{QStringLiteral("/home/a/é, b.py"), QStringLiteral("/x;y\".py")};
    {
        Settings settings(m_file);
        settings.setTheme(ThemeChoice::Dark);
        settings.setZoomPercent(130);
        settings.setHoursPerWeek(6);
        settings.setMemoryLimitMegabytes(3000);
        settings.setEnvironment(QStringLiteral("/home/a/é env"));
        settings.setCodeFont({QStringLiteral("DejaVu Sans Mono"), 18});
        settings.setLessonFont({QString(), 20});
        settings.setWindow(bytes, bytes + bytes);
        settings.setCurrentItem(QStringLiteral("basics/first"));
        settings.setOpenFiles(files, files.at(1));
        settings.setUsesHighContrast(true);
        settings.setBookmarks(files.at(0), {3, 17});
        settings.setBookmarks(files.at(1), {1});
        settings.setBookmarks(files.at(0), {4, 17});
        settings.setPaneState(QStringLiteral("prompt"), bytes);
    }
    const Settings settings(m_file);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QCOMPARE(settings.zoomPercent(), 130);
    QCOMPARE(settings.hoursPerWeek(), 6);
    QCOMPARE(settings.memoryLimitMegabytes(), 3000);
    QCOMPARE(settings.environment(), QStringLiteral("/home/a/é env"));
    QCOMPARE(settings.codeFont(), (Skillet::Core::FontChoice{QStringLiteral("DejaVu Sans Mono"), 18}));
    QCOMPARE(settings.lessonFont(), (Skillet::Core::FontChoice{QString(), 20}));
    QCOMPARE(settings.windowGeometry(), bytes);
    QCOMPARE(settings.windowState(), bytes + bytes);
    QCOMPARE(settings.currentItem(), QStringLiteral("basics/first"));
    QVERIFY(settings.usesHighContrast());
    QCOMPARE(settings.bookmarks(files.at(0)), (QList<int>{4, 17}));
    QCOMPARE(settings.bookmarks(files.at(1)), QList<int>{1});
    QVERIFY(settings.bookmarks(QStringLiteral("/home/a")).isEmpty());
    QCOMPARE(settings.openFiles(), files);
    QCOMPARE(settings.currentFile(), files.at(1));
    QCOMPARE(settings.paneState(QStringLiteral("prompt")), bytes);
    QVERIFY(settings.paneState(QStringLiteral("other")).isEmpty());
}

void TestSettings::memoryLimit_leavesPythonEnoughToStart()
{
    {
        Settings settings(m_file);
        settings.setMemoryLimitMegabytes(3);
        QCOMPARE(settings.memoryLimitMegabytes(), 256);
        settings.setMemoryLimitMegabytes(-3);
        QCOMPARE(settings.memoryLimitMegabytes(), 0);
    }
    QVERIFY(put("[python]\nmemoryLimitMegabytes=1\n"));
    QCOMPARE(Settings(m_file).memoryLimitMegabytes(), 256);
}

void TestSettings::fontSizes_areClamped()
{
    QVERIFY(put("[appearance]\ncodeFontPixels=1\nlessonFontPixels=4000\n"));
    QCOMPARE(Settings(m_file).codeFont().pixels, 8);
    QCOMPARE(Settings(m_file).lessonFont().pixels, 40);
    QVERIFY(put("[appearance]\ncodeFontPixels=large\n"));
    QCOMPARE(Settings(m_file).codeFont().pixels, 14);
}

void TestSettings::zoomAndHours_areClamped_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("hours");
    QTest::newRow("fine") << QByteArray("150") << 150 << 80;
    QTest::newRow("small") << QByteArray("5") << 70 << 5;
    QTest::newRow("negative") << QByteArray("-5") << 70 << 0;
    QTest::newRow("huge") << QByteArray("99999999") << 300 << 80;
    QTest::newRow("too large for a number") << QByteArray("99999999999999999999") << 100 << 0;
    QTest::newRow("text") << QByteArray("large") << 100 << 0;
}

void TestSettings::zoomAndHours_areClamped()
{
    QFETCH(QByteArray, stored);
    QVERIFY(put("[appearance]\nzoom=" + stored + "\n[plan]\nhoursPerWeek=" + stored + '\n'));
    Settings settings(m_file);
    QTEST(settings.zoomPercent(), "zoom");
    QTEST(settings.hoursPerWeek(), "hours");
    settings.setZoomPercent(1);
    settings.setHoursPerWeek(500);
    QCOMPARE(settings.zoomPercent(), 70);
    QCOMPARE(settings.hoursPerWeek(), 80);
}

void TestSettings::damagedFile_yieldsDefaults_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("random") << QByteArray("\x93\x00\xFF[[[=\n\xFE=\x80]", 13);
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("wrong types") << QByteArray(
        "[appearance]\ntheme=@Variant(\\0\\0)\nzoom=@ByteArray(x)\n"
        "[editor]\nopenFiles=@Invalid()\n[window]\ngeometry=@Rect(a b)\n");
    QTest::newRow("cut off") << QByteArray("[appearance]\nthe");
}

void TestSettings::damagedFile_yieldsDefaults()
{
    QFETCH(QByteArray, content);
    QVERIFY(put(content));
    Settings settings(m_file);
    QCOMPARE(settings.theme(), ThemeChoice::Desktop);
    QCOMPARE(settings.zoomPercent(), 100);
    QVERIFY(settings.openFiles().isEmpty());
    QVERIFY(settings.windowGeometry().size() < 100);
    settings.setTheme(ThemeChoice::Light);
    QCOMPARE(settings.theme(), ThemeChoice::Light);
}

void TestSettings::unwritablePlace_remembersForTheSession()
{
    Settings settings(QStringLiteral("/proc/skillet/settings.ini"));
    settings.setTheme(ThemeChoice::Dark);
    settings.setZoomPercent(120);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QCOMPARE(settings.zoomPercent(), 120);
}

void TestSettings::recentFiles_areUniqueNewestFirstAndFew()
{
    Settings settings(m_file);
    for (int n = 0; n < 30; ++n) {
        settings.addRecentFile(QStringLiteral("/f%1").arg(n));
    }
    settings.addRecentFile(QStringLiteral("/f25"));
    const QStringList files = settings.recentFiles();
    QCOMPARE(files.size(), 12);
    QCOMPARE(files.mid(0, 3),
             (QStringList{QStringLiteral("/f25"), QStringLiteral("/f29"), QStringLiteral("/f28")}));
    QCOMPARE(files.count(QStringLiteral("/f25")), 1);
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
