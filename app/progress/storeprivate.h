// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/database.h"
#include "progress/messages.h"
#include "progress/store.h"

#include <QVariant>

#include <utility>

/// What the sources of Store share; nobody else includes it.
namespace Skillet::Progress {

using Rows = QList<QVariantList>;

class Store::Private
{
public:
    /// Damage found on the way is mended and the work tried once more.
    template <typename Work>
    [[nodiscard]] Core::Result<void> perform(const Work &work);
    template <typename Record>
    [[nodiscard]] Core::Result<void> insert(const Record &record);
    [[nodiscard]] Core::Result<Rows> read(const QString &sql, const QVariantList &values);
    [[nodiscard]] Core::Result<int> count(const QString &sql, const QVariantList &values);
    [[nodiscard]] Core::Result<void> open();
    [[nodiscard]] Core::Result<void> mend();

    QString file; ///< empty: in memory
    QString note;
    QUuid learner;
    std::unique_ptr<Database> database;
};

template <typename Work>
Core::Result<void> Store::Private::perform(const Work &work)
{
    if (!database) {
        // An earlier attempt to mend the file failed on the way; its cause may be gone.
        const Core::Result<void> opened = open();
        if (!opened) {
            return opened;
        }
    }
    MaybeFailure failure = work();
    if (failure && failure->kind == DatabaseFailure::Kind::Corrupt && !file.isEmpty()) {
        const Core::Result<void> mended = mend();
        if (!mended) {
            return mended;
        }
        failure = work();
    }
    if (failure) {
        return errorOf(*failure, file);
    }
    return {};
}

} // namespace Skillet::Progress
