// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Core;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void messages_goToTheFileWithKindAndCategory();
    void laterRun_appends();
    void largeFile_isKeptAside();
    void unwritablePlace_isNoProblem();

private:
    static QByteArray content(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QtMessageHandler m_handler = nullptr; ///< QtTest's own, which startLogging() replaces
};

void TestLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("state/skillet.log"));
    m_handler = qInstallMessageHandler(nullptr);
}

void TestLog::cleanup()
{
    startLogging(QStringLiteral("/proc/none")); // closes the file
    qInstallMessageHandler(m_handler);
}

QByteArray TestLog::content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("not there");
}

void TestLog::messages_goToTheFileWithKindAndCategory()
{
    startLogging(m_file);
    qCWarning(logProgress) << "the store" << 7;
    qCCritical(logUi).noquote() << QStringLiteral("é");
    const QByteArrayList lines = content(m_file).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).endsWith(" warning skillet.progress: the store 7"));
    QVERIFY(lines.at(1).endsWith(" critical skillet.ui: é"));
    QVERIFY(
        QDateTime::fromString(QString::fromUtf8(lines.at(0).split(' ').at(0)), Qt::ISODateWithMs).isValid());
}

void TestLog::laterRun_appends()
{
    startLogging(m_file);
    qCWarning(logApp) << "first";
    startLogging(m_file);
    qCWarning(logApp) << "second";
    const QByteArray log = content(m_file);
    QVERIFY(log.indexOf("first") >= 0 && log.indexOf("second") > log.indexOf("first"));
}

void TestLog::largeFile_isKeptAside()
{
    startLogging(m_file);
    qCWarning(logApp) << "old";
    startLogging(QStringLiteral("/proc/none"));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::Append) && file.write(QByteArray(1024 * 1024, 'x')) > 0);
    file.close();
    for (int i = 0; i < 2; ++i) {
        startLogging(m_file);
        qCWarning(logApp) << "new";
    }
    QVERIFY(content(m_file).size() < 1000);
    QVERIFY(content(m_file).contains("new"));
    QVERIFY(content(m_file + QStringLiteral(".1")).contains("old"));
}

void TestLog::unwritablePlace_isNoProblem()
{
    startLogging(QStringLiteral("/proc/none/skillet.log"));
    qCWarning(logApp) << "to standard error only";
    QVERIFY(!QFile::exists(QStringLiteral("/proc/none")));
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
