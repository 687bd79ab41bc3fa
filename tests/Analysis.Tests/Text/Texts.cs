using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Text;

/// <summary>Texts that properties are checked on: Arabic news with everything strange that a file may hold.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "العراق", "وبالعراق", "للولايات", "الأمريكيّة", "إيـــران", "ﻻﺟﺊ", "ﷲ", "ﷺ", "قأني", "الأمريكى", "کرمان", "هٰذا", "٢٠٢٠", "۱۵",
        "3.000", "2015", "B-52", "CENTCOM", "Café", "Cafe\u0301",
        " ", "  ", "\u00A0", "\n", "\r\n", "\u2028", "\t", ".", "..", "…", "؟", "!", "،", "؛", ":", "\"", "«", "»", "“", "”", "(", ")", "|",
        "-", "/",
        "\u0640", "\u064B", "\u0651", "\u0653", "\u0654", "\u0655", "\u0670", "ا", "و", "ي", "ى", "ة", "\u200F", "\u200E", "\u200B",
        "\u200C", "\u200D", "\u202B", "\u202C", "\u2067", "\u2069", "\uFEFF", "\u00AD",
        "\0", "\uFFFF", "\uFFFD", "\uD83D", "\uDE00", "😀", "🇮🇶", "\u0301", "मानक", "中文", "Ω", "Ж", "İ", "\uFE76", "\uFC5E", "\u06DD",
    ];

    /// <summary>Pieces of text and single characters put together anyhow.</summary>
    public static Gen<string> Any { get; } =
        Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), Gen.Choose(0, 0xFFFF)
            .Select(code => ((char)code).ToString()), Gen.Choose(0x600, 0x6FF).Select(code => ((char)code).ToString()))
            .ListOf().Select(string.Concat);

    /// <summary>Spans inside texts.</summary>
    public static Gen<(string Text, Span Span)> WithSpan { get; } =
        from text in Any
        from one in Gen.Choose(0, text.Length)
        from other in Gen.Choose(0, text.Length)
        select (text, new Span(Math.Min(one, other), Math.Max(one, other)));

    public static void Hold<T>(Gen<T> values, Action<T> property, int times = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithEndSize(60), Prop.ForAll(values.ToArbitrary(), property));

    /// <summary>A text with its characters spelled out, for messages.</summary>
    public static string Spelled(string text)
    {
        var spelled = new StringBuilder();
        foreach (var letter in text) spelled.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(int)letter:X4} ");
        return spelled.ToString();
    }
}
