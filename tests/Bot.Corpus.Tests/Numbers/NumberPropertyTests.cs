using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Corpus.Tests.Numbers;

public sealed class NumberPropertyTests
{
    [Fact]
    public void Chinese_numerals_read_back_as_written() =>
        Prop.ForAll(
            Gen.OneOf(Gen.Choose(0, 10_000), Gen.Choose(0, int.MaxValue)).Select(n => (long)n * (n % 3 == 0 ? 37 : 1)).ToArbitrary(),
            value => ChineseNumber.Read(ChineseNumber.Write(value)) == value)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Decimals_scan_back_as_printed() =>
        Prop.ForAll(
            Decimals,
            value => NumberScanner.Scan($"为{NumberPrinter.Canonical(value)}家").Single().Value == value)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Thousands_separators_change_nothing() =>
        Prop.ForAll(
            Decimals,
            value => NumberScanner.Scan($"共{value.ToString("N3", CultureInfo.InvariantCulture)}元").Single().Canonical == NumberPrinter.Canonical(value))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_in_Chinese_equal_counts_in_digits() =>
        Prop.ForAll(
            Gen.Choose(11, 99_999).Select(n => (long)n).ToArbitrary(),
            value => NumberSet.Of($"共{value}家").Missing($"共{ChineseNumber.Write(value)}家").IsEmpty)
            .QuickCheckThrowOnFailure();

    private static Arbitrary<decimal> Decimals =>
        Gen.Choose(1, 2_000_000_000).SelectMany(n => Gen.Choose(0, 3).Select(places => new decimal(n, 0, 0, false, (byte)places))).ToArbitrary();
}
