// SPDX-License-Identifier: GPL-3.0-or-later
#include "rename/renamedialog.h"

#include "rename/newname.h"
#include "theme/rolelabel.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Skillet::Ui {

namespace {
constexpr int namedLines = 8; // of those that will change
constexpr int namedFiles = 4;
} // namespace

RenameDialog::RenameDialog(const Theme &theme, Runner::Places places, QWidget *parent)
    : QDialog(parent)
    , m_places(std::move(places))
    , m_name(new QLineEdit(m_places.name, this))
    , m_words(new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this))
{
    setWindowTitle(tr("Rename %1").arg(m_places.name));
    auto *label = new QLabel(tr("New &name of %1:").arg(m_places.name), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("New name"));
    m_name->setFont(theme.font(FontRole::Code));
    m_name->selectAll();
    m_words->setWordWrap(true);
    auto *caution = new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this);
    caution->setObjectName(QStringLiteral("caution"));
    caution->setWordWrap(true);
    caution->setText(this->caution());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_words);
    column->addWidget(caution);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RenameDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing()); // so that it keeps its size
    check();
}

void RenameDialog::check()
{
    const QString name = m_name->text();
    const QString problem = NewName::problem(name, m_places);
    // That it still has the name it had is no mistake of anybody's.
    m_words->setText(problem.isEmpty() || name == m_places.name ? preview() : problem);
    m_words->setAccessibleName(m_words->text());
    m_name->setAccessibleDescription(m_words->text());
    m_rename->setEnabled(problem.isEmpty());
}

QString RenameDialog::preview() const
{
    QStringList lines;
    for (const Runner::Place &place : m_places.entries) {
        const QString line = QString::number(place.range.line);
        if (!lines.contains(line))
            lines.append(line);
    }
    const int count = static_cast<int>(m_places.entries.size());
    QString where = lines.mid(0, namedLines).join(QStringLiteral(", "));
    if (lines.size() > namedLines)
        where = tr("%1 and %2 more").arg(where).arg(lines.size() - namedLines);
    if (count == 1)
        return tr("1 place in this file will change: line %1.").arg(where);
    if (lines.size() == 1)
        return tr("%1 places in this file will change, all in line %2.").arg(count).arg(where);
    return tr("%1 places in this file will change: lines %2.").arg(count).arg(where);
}

QString RenameDialog::caution() const
{
    QStringList words{tr("Texts in quotes and comments stay as they are. Undo takes it all back at once.")};
    if (m_places.more)
        words.append(tr("%1 stands at other places in this file too, where it means something else or it "
                        "cannot be told: those keep it.")
                         .arg(m_places.name));
    if (!m_places.otherFiles.isEmpty()) {
        QStringList names;
        for (const QString &file : m_places.otherFiles.mid(0, namedFiles))
            names.append(QFileInfo(file).fileName());
        QString files = names.join(QStringLiteral(", "));
        if (m_places.otherFiles.size() > namedFiles)
            files = tr("%1 and %2 more").arg(files).arg(m_places.otherFiles.size() - namedFiles);
        words.append(tr("Other files have %1 in them and are not changed: %2. If they use it from here, "
                        "rename it there too.")
                         .arg(m_places.name, files));
    }
    return words.join(u'\n');
}

void RenameDialog::accept()
{
    if (!m_rename->isEnabled())
        return;
    QDialog::accept();
    Q_EMIT chosen(m_name->text());
}

} // namespace Skillet::Ui
