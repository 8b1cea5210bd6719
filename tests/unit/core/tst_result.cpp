// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <QtTest>

#include <memory>

using namespace Skillet::Core;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isHandedBack();
    void error_isHandedBack();
    void moveOnlyValues_areMovedOut();
    void resultOfNothing_isSuccessOrError();
    void emptyValue_isNoFailure();
};

void TestResult::value_isHandedBack()
{
    Result<QString> result = QStringLiteral("text");
    QVERIFY(result.ok());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(result.value(), QStringLiteral("text"));
    QCOMPARE(result.valueOr(QStringLiteral("other")), QStringLiteral("text"));
    result.value() = QStringLiteral("changed");
    QCOMPARE(result.value(), QStringLiteral("changed"));
}

void TestResult::error_isHandedBack()
{
    const Result<int> result = Error{ErrorCode::NotFound, QStringLiteral("gone")};
    QVERIFY(!result.ok());
    QVERIFY(!static_cast<bool>(result));
    QCOMPARE(result.error(), (Error{ErrorCode::NotFound, QStringLiteral("gone")}));
    QVERIFY(!(result.error() == Error{ErrorCode::Failed, QStringLiteral("gone")}));
    QCOMPARE(result.valueOr(7), 7);
}

void TestResult::moveOnlyValues_areMovedOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    const std::unique_ptr<int> value = std::move(result).value();
    QCOMPARE(*value, 3);
}

void TestResult::resultOfNothing_isSuccessOrError()
{
    const Result<void> success;
    QVERIFY(success.ok());
    const Result<void> failure = Error{ErrorCode::NoSpace, QStringLiteral("full")};
    QVERIFY(!failure);
    QCOMPARE(failure.error().code, ErrorCode::NoSpace);
}

void TestResult::emptyValue_isNoFailure()
{
    const Result<QString> empty = QString();
    QVERIFY(empty.ok());
    QCOMPARE(empty.value(), QString());
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
