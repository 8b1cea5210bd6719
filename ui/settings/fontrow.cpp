// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/fontrow.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace Skillet::Ui {

namespace {

QStringList familyNames(FontKind kind)
{
    QStringList names = QFontDatabase::families();
    names.removeIf([kind](const QString &name) {
        return QFontDatabase::isPrivateFamily(name) || !QFontDatabase::isSmoothlyScalable(name)
            || (kind == FontKind::Monospaced && !QFontDatabase::isFixedPitch(name));
    });
    return names;
}

} // namespace

FontRow::FontRow(const QString &what, FontKind kind, const Core::FontChoice &choice, QWidget *parent)
    : QWidget(parent)
    , m_family(new QComboBox(this))
    , m_size(new QSpinBox(this))
{
    m_family->addItem(tr("Skillet's own"), QString());
    for (const QString &name : familyNames(kind)) {
        m_family->addItem(name, name);
    }
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_family->setMinimumContentsLength(18);
    m_family->setAccessibleName(tr("%1: font").arg(what));
    m_size->setRange(Core::Settings::leastFontPixels, Core::Settings::mostFontPixels);
    m_size->setSuffix(tr(" px"));
    m_size->setAccessibleName(tr("%1: size in pixels").arg(what));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_family, 1);
    row->addWidget(m_size);
    setFocusProxy(m_family);
    setChoice(choice);
    connect(m_family, &QComboBox::currentIndexChanged, this, &FontRow::changed);
    connect(m_size, &QSpinBox::valueChanged, this, &FontRow::changed);
}

Core::FontChoice FontRow::choice() const
{
    return {m_family->currentData().toString(), m_size->value()};
}

void FontRow::setChoice(const Core::FontChoice &choice)
{
    const QSignalBlocker family(m_family);
    const QSignalBlocker size(m_size);
    // One that is not installed here any more is shown as our own, which is what is seen.
    m_family->setCurrentIndex(std::max(0, m_family->findData(choice.family)));
    m_size->setValue(choice.pixels);
}

} // namespace Skillet::Ui
