// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/transcriptlines.h"

#include "terminal/writing.h"

#include <unistd.h>

namespace Skillet::Terminal {

TranscriptLines::TranscriptLines(QObject *parent)
    : LineSource(parent)
    , m_lines(STDIN_FILENO)
{
    connect(&m_lines, &DescriptorLines::lineRead, this,
            [this](const QByteArray &line) { Q_EMIT lineRead(QString::fromUtf8(line)); });
    connect(&m_lines, &DescriptorLines::ended, this, &LineSource::ended);
}

void TranscriptLines::ask(const QString &prompt, LineKind kind)
{
    writeText(kind == LineKind::Input ? STDOUT_FILENO : STDERR_FILENO, prompt);
    m_lines.ask();
}

void TranscriptLines::withdraw()
{
    m_lines.withdraw();
}

} // namespace Skillet::Terminal
