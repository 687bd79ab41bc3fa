using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis;

/// <summary>Texts as paragraphs and runs of Word, each in its direction.</summary>
internal static class WordParagraph
{
    private static readonly Regex Hyphens = new(@"(?<=[0-9])-(?=[0-9])", RegexOptions.CultureInvariant);

    /// <summary>A paragraph. Its direction is that of its first letter, else from right to left after Arabic commas, else the document's.
    /// </summary>
    public static Paragraph Of(string text, string style, bool isRightToLeft)
    {
        var contained = ShownText.Contained(text);
        var runsRightToLeft = contained.Any(char.IsLetter) ? Lettering.StartsRightToLeft(contained)
            : isRightToLeft || contained.AsSpan().ContainsAny("،؛");
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        if (runsRightToLeft) properties.BiDi = new();
        return new([properties, .. Runs(contained, runsRightToLeft)]);
    }

    /// <summary>Runs of one direction each.</summary>
    public static IEnumerable<Run> Runs(string text, bool isRightToLeft)
    {
        foreach (var (part, isArabic) in Directions(ShownText.Contained(text), isRightToLeft))
        {
            var run = new Run(Pieces(part));
            if (isArabic) run.RunProperties = Arabic;
            yield return run;
        }
    }

    /// <summary>Properties of a run from right to left.</summary>
    public static RunProperties Arabic => new() { RightToLeftText = new(), Languages = new() { Bidi = "ar-SA" } };

    // A hyphen between digits, as in addresses and dates, ends no line.
    private static IEnumerable<OpenXmlElement> Pieces(string text) => Hyphens.Split(text)
        .SelectMany<string, OpenXmlElement>(piece =>
            [new NoBreakHyphen(), new Text(piece) { Space = SpaceProcessingModeValues.Preserve }]).Skip(1);

    /// <summary>
    /// The text in pieces of one direction. What has none of its own, such as a blank or a digit, is of that of the letters on both sides
    /// if they agree, else of the paragraph's.
    /// </summary>
    internal static IEnumerable<(string Part, bool IsRightToLeft)> Directions(string text, bool isRightToLeft)
    {
        var directions = StrongDirections(text);
        var start = 0;
        for (int i = 0, before = -1; i < text.Length; i++)
        {
            if (directions[i] is not null)
            {
                before = i;
                continue;
            }

            var after = Array.FindIndex(directions, i, direction => direction is not null);
            var left = before < 0 ? isRightToLeft : directions[before]!.Value;
            var right = after < 0 ? isRightToLeft : directions[after]!.Value;
            for (var end = after < 0 ? text.Length : after; i < end; i++) directions[i] = left == right ? left : isRightToLeft;
            before = --i;
        }

        PutBrackets(text, directions);
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && directions[i] == directions[start]) continue;
            yield return (text[start..i], directions[start]!.Value);
            start = i;
        }
    }

    // Brackets around words of one direction are of that: a line could end between the two.
    private static void PutBrackets(string text, bool?[] directions)
    {
        for (var open = 0; open < text.Length; open++)
        {
            var close = text[open] is '(' or '[' ? text.IndexOf(text[open] == '(' ? ')' : ']', open) : -1;
            if (close > open + 1 && directions[(open + 1)..close] is var inside && inside.All(each => each == inside[0]))
                directions[open] = directions[close] = inside[0];
        }
    }

    // What is isolated from left to right is so as a whole: Word knows runs, not isolates.
    private static bool?[] StrongDirections(string text)
    {
        const char LeftToRightIsolate = '\u2066';
        const char PopIsolate = '\u2069';
        var directions = new bool?[text.Length];
        var isIsolated = false;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = isIsolated && text[i] == PopIsolate;
            isIsolated = text[i] == LeftToRightIsolate || (isIsolated && !ends);
            if (isIsolated || ends) directions[i] = false;
            else if (char.IsLetter(text, i) || char.IsLowSurrogate(text[i])) directions[i] = ShownText.IsRightToLeft(text[i]);
        }

        return directions;
    }
}
