// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/foundtraceback.h"
#include "incident/textblock.h"

#include <QByteArrayView>
#include <QList>

#include <string>
#include <utility>
#include <vector>

namespace Skillet::Incident {

/// Finds the tracebacks in any text, fed to it in pieces of any size. Time grows with the text and memory
/// does not: a line counts up to 64 KiB, a traceback up to some thousand lines. Neither the encoding nor the
/// line ends matter. Nothing is opened and nothing is run.
class TracebackScanner final
{
public:
    void feed(QByteArrayView chunk);
    /// The text is over; the scanner can take another one.
    void finish();

    /// What was found since the last call, in the order in which the tracebacks end.
    [[nodiscard]] QList<FoundTraceback> takeFound() { return std::exchange(m_found, {}); }
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    void takeLine(std::string_view raw, qint64 length);
    void keepCode(std::string_view text, qint64 offset, qint64 end);
    void keepPrevious(std::string_view text, qint64 offset, qint64 end);
    void takeIdle(const TextLine &line);
    void close(std::size_t block);

    QList<FoundTraceback> m_found;
    std::vector<TextBlock> m_blocks; ///< open ones, the newest last
    std::string m_partial; ///< the beginning of a line that is not whole yet
    qint64 m_partialLength = 0;
    TextLine m_previous; ///< the last line with a text that is in no block
    std::vector<TextLine> m_code; ///< of the function that was printed last
    TextLine m_headline; ///< the last line that may head a traceback
    qint64 m_position = 0; ///< of the next line's first byte
    qint64 m_line = 0;
};

/// All tracebacks in a text that lies in memory.
[[nodiscard]] QList<FoundTraceback> findTracebacks(QByteArrayView text);

} // namespace Skillet::Incident
