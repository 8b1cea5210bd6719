// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/tracebackreader.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace Skillet::Ui {

namespace {

constexpr qint64 PieceSize = 32 * 1024;
constexpr qint64 TurnMs = 8;

} // namespace

TracebackReader::TracebackReader(QObject *parent)
    : QObject(parent)
{
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &TracebackReader::turn);
}

Core::Result<void> TracebackReader::readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Core::Error{Core::ErrorCode::NotFound,
                           tr("%1 cannot be read: there is no such file. Choose another one.").arg(path)};
    }
    // A pipe or a device could keep the window waiting.
    if (!info.isFile()) {
        return Core::Error{
            Core::ErrorCode::Invalid,
            tr("%1 is not a file with text in it. Choose the log or text with the traceback.").arg(path)};
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           tr("%1 cannot be read (%2). Copy the traceback and paste it instead.")
                               .arg(path, file->errorString())};
    }
    stop();
    m_file = std::move(file);
    begin();
    return {};
}

void TracebackReader::readText(const QString &text)
{
    stop();
    m_text = text;
    begin();
}

void TracebackReader::stop()
{
    m_nextTurn.stop();
    m_file.reset();
    m_text.clear();
    m_textAt = 0;
}

void TracebackReader::begin()
{
    m_scanner = Incident::TracebackScanner();
    m_nextTurn.start(0);
}

QByteArray TracebackReader::nextPiece()
{
    if (m_file)
        return m_file->read(PieceSize);
    qsizetype end = std::min<qsizetype>(m_textAt + PieceSize, m_text.size());
    if (end < m_text.size() && m_text[end].isLowSurrogate())
        ++end;
    const QByteArray piece = QStringView(m_text).mid(m_textAt, end - m_textAt).toUtf8();
    m_textAt = end;
    return piece;
}

void TracebackReader::turn()
{
    QElapsedTimer clock;
    clock.start();
    bool atEnd = false;
    while (!atEnd && clock.elapsed() < TurnMs) {
        const QByteArray piece = nextPiece();
        atEnd = piece.isEmpty();
        if (!atEnd)
            m_scanner.feed(piece);
    }
    if (atEnd)
        m_scanner.finish();
    else
        m_nextTurn.start(0);
    const QList<Incident::FoundTraceback> tracebacks = m_scanner.takeFound();
    if (atEnd)
        stop();
    if (!tracebacks.isEmpty())
        Q_EMIT found(tracebacks);
    if (atEnd)
        Q_EMIT finished();
}

} // namespace Skillet::Ui
