// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace Skillet::Runner {

/// Turns the bytes of one run's two streams into text. A character may be split anywhere between two calls;
/// invalid UTF-8 becomes U+FFFD. Knows nothing of runs: make a new one, or finish(), at the end of each.
class OutputDecoder final
{
public:
    [[nodiscard]] QString decode(OutputStream stream, const QByteArray &bytes);

    /// What a character cut off at the end of the stream leaves behind: U+FFFD, or nothing.
    [[nodiscard]] QString finish(OutputStream stream);

private:
    // The beginning of a character whose end has not come. Kept here, because the state of Qt 6.4's decoder
    // swallows the byte behind a character that is never completed.
    [[nodiscard]] QByteArray &rest(OutputStream stream)
    {
        return m_rests[stream == OutputStream::Out ? 0 : 1];
    }

    std::array<QByteArray, 2> m_rests;
};

} // namespace Skillet::Runner
