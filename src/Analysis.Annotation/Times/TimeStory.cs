namespace Analysis;

/// <summary>The reference dates while a text is read: the document's date and the last dates mentioned.</summary>
internal sealed class TimeStory(TimeWords words, TimeTerms terms, Draft draft)
{
    // A verb of the future is at most this many tokens before what it dates.
    private const int Lookback = 8;

    private readonly (int Told, int Ahead, int Past) _classes = (words["told"], words["ahead"], words["past"]);

    /// <summary>The document's date; null if it is unknown.</summary>
    public DateOnly? Published { get; } = draft.Document.Published;

    /// <summary>The last day mentioned.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>First day of the last month mentioned.</summary>
    public DateOnly? Month { get; private set; }

    /// <summary>First day of the last year mentioned.</summary>
    public DateOnly? Year { get; private set; }

    // The date of the last item of a chronology, whether a day is known, and the token after its line; −1 for none.
    private (DateOnly First, bool IsDay, int End)? _item;

    /// <summary>The date of the item before one of a chronology; null where an expression is no date of an item.</summary>
    public DateOnly? LabelBefore(int token, int end) => draft.Tokens.IsLabel(token, end) ? _item?.First : null;

    /// <summary>Sets the last date mentioned; references are ignored.</summary>
    public void Remember(in TimeMark mark)
    {
        if (!Edtf.TryParse(mark.Value.Split('/')[^1], out var date) || date is not { Earliest: { } first, Latest: { } last }) return;
        if (date.Precision >= EdtfPrecision.Day) Day = last;
        if (date.Precision is EdtfPrecision.Month or >= EdtfPrecision.Day) Month = new DateOnly(last.Year, last.Month, 1);
        if (date.Precision >= EdtfPrecision.Month && draft.Tokens.IsLabel(mark.FirstToken, mark.EndToken))
            _item = (first, date.Precision >= EdtfPrecision.Day, Array.IndexOf(draft.Tokens.AfterBreak, true, mark.EndToken));
        if (date.Precision > EdtfPrecision.Decade) Year = new DateOnly(first.Year, 1, 1);
    }

    /// <summary>Past, present or future, anchored to the document's date if that is known.</summary>
    public (string Value, string Anchor) Refer(int towards) =>
        (TimeValue.Reference(Towards.Steps(towards)), Published is null ? "none" : "dct");

    /// <summary>The date from which a direction is seen at a token: the last date mentioned of a unit (D, M or Y), without a direction that
    /// of the item of a chronology, or the document's date.</summary>
    public (DateOnly? Date, string Anchor) From(int? towards, int unit, int token)
    {
        var isOfItem = towards is null && token < (uint)(_item?.End ?? 0) && (_item!.Value.IsDay || unit != 'D');
        var item = isOfItem ? _item?.First : null;
        var told = !Towards.IsNarrative(towards) ? item : unit switch { 'Y' => Year, 'M' => Month, _ => Day };
        return told is null ? (Published, "dct") : (told, "narrative");
    }

    /// <summary>Whether the clause before a token is about the future.</summary>
    public bool LiesAhead(int token)
    {
        var tokens = draft.Tokens;
        for (var at = token - 1; at >= 0 && at >= token - Lookback && !tokens.AfterBreak[at + 1]; at--)
        {
            if (tokens.Kind[at] == TokenKind.Symbol && tokens.Text[tokens.Start[at]] is '.' or '!' or '؟' or '?') return false;
            var here = terms.At(at);
            if (TimeTerms.Have(here, _classes.Told)) return false;
            if (TimeTerms.Have(here, _classes.Ahead) || IsFutureVerb(tokens.Key(at)))
                return !TimeTerms.Have(terms.Before(at), _classes.Past, isFirst: true);
        }

        return false;
    }

    // سيعقد, وستكون: a verb after the particle of the future.
    private static bool IsFutureVerb(ReadOnlySpan<char> key) =>
        key is ['س', ..] or [_, 'س', ..] && ProcliticRule.Length(key, out _) is > 0 and var taken && key[taken - 1] == 'س';
}
