// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/descriptorlines.h"
#include "terminal/linesource.h"

namespace Skillet::Terminal {

/// Standard input that is no terminal. Prompts go where `python3 -i` writes them then: those of the prompt to
/// standard error, those of input() to standard output.
class TranscriptLines final : public LineSource
{
    Q_OBJECT

public:
    explicit TranscriptLines(QObject *parent = nullptr);

    void ask(const QString &prompt, LineKind kind) override;
    void withdraw() override;

private:
    DescriptorLines m_lines;
};

} // namespace Skillet::Terminal
