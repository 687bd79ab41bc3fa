using System.Globalization;

namespace Analysis;

/// <summary>What a part of a pattern matches.</summary>
internal enum TimePartKind : byte
{
    /// <summary>A word of a class.</summary>
    Word,

    /// <summary>A number in digits or words.</summary>
    Integer,

    /// <summary>An ordinal in words.</summary>
    Ordinal,

    /// <summary>A number in digits, even next to a separator and another number.</summary>
    Digits,

    /// <summary>Nothing; it fills a slot.</summary>
    Constant,

    /// <summary>Nothing; the expression ends here, though the rest of the pattern must follow.</summary>
    Cut,

    /// <summary>Nothing; the pattern ends here.</summary>
    End,
}

/// <summary>How a part is joined to the part before it.</summary>
internal enum TimeJoint : byte
{
    /// <summary>By a space, a symbol or nothing. The first part of a pattern may have any proclitic.</summary>
    Plain,

    /// <summary>By the conjunction (<c>+</c>).</summary>
    And,

    /// <summary>By a one-letter preposition, or as <see cref="Plain"/> (<c>^</c>).</summary>
    Preposition,

    /// <summary>By the preposition ل, which is also required for the first part of a pattern (<c>~</c>).</summary>
    For,
}

/// <summary>A part of a pattern.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Joint">How it is joined to the part before it.</param>
/// <param name="Slot">Slot that it fills.</param>
/// <param name="Of">Class of its word, or value of a constant.</param>
/// <param name="Set">The bits of which a token that it matches has one; see <see cref="TimeMatcher.SetAt"/>.</param>
/// <param name="Next">The parts of which one must follow.</param>
internal sealed record TimePart(TimePartKind Kind, TimeJoint Joint, TimeSlot Slot, int Of, ulong Set, TimePart[] Next)
{
    /// <summary>The bit of a number in digits.</summary>
    public const ulong Digits = 1UL << 63;
}

/// <summary>
/// Compiles a pattern of <c>time-rules.tsv</c> to its first parts, each of which knows what may follow. A pattern is a sequence of parts;
/// <c>( | )</c> groups alternatives and <c>?</c> marks an optional part. A part is <c>class</c>, <c>slot=class</c>, the name of a phrase of
/// <c>time-phrases.tsv</c>, a symbol in quotation marks or a literal word in non-Latin letters; <c>integer</c>, <c>ordinal</c> and
/// <c>digits</c> are numbers. A class fills the slot of its name if there is one. A prefix <c>+</c>, <c>^</c> or <c>~</c> says how a part
/// is joined to the one before it (see <see cref="TimeJoint"/>). <c>slot:value</c> fills a slot without matching anything; the
/// expression ends before <c>&gt;</c>, though what stands after it must follow.
/// </summary>
internal sealed class TimePattern
{
    private static readonly TimePart[] End = [new(TimePartKind.End, TimeJoint.Plain, TimeSlot.None, 0, 0, [])];

    private readonly TimeWords _words;
    private readonly IReadOnlyDictionary<string, string> _phrases;
    private readonly LexiconRow _row;
    private readonly List<string> _parts = [];
    private int _at;

    private TimePattern(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row)
    {
        (_words, _phrases, _row) = (words, phrases, row);
        for (int at = 0, end; at < pattern.Length; at = end)
        {
            end = at + 1;
            if (pattern[at] == '"') end = pattern.IndexOf('"', end) + 1;
            else if (!IsSign(pattern[at])) while (end < pattern.Length && !IsSign(pattern[end])) end++;
            if (end == 0) throw row.Error("a quotation mark is not closed");
            if (pattern[at] != ' ') _parts.Add(pattern[at..end]);
        }
    }

    /// <summary>The parts with which a pattern may begin.</summary>
    /// <exception cref="InvalidDataException">A part is unknown or a bracket has no partner; the message names the row.</exception>
    public static TimePart[] Compile(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row) =>
        new TimePattern(pattern, words, phrases, row).Whole()(End);

    // What is read gives, for the parts that may follow it, the parts with which it begins.
    private Func<TimePart[], TimePart[]> Whole()
    {
        var read = Alternatives();
        return _at == _parts.Count ? read : throw _row.Error("a bracket has no partner");
    }

    private Func<TimePart[], TimePart[]> Alternatives()
    {
        var choices = new List<Func<TimePart[], TimePart[]>> { Sequence() };
        while (TakeIf("|")) choices.Add(Sequence());
        return next => [.. choices.SelectMany(choice => choice(next))];
    }

    private Func<TimePart[], TimePart[]> Sequence()
    {
        var steps = new List<Func<TimePart[], TimePart[]>>();
        while (_at < _parts.Count && _parts[_at] is not ("|" or ")"))
        {
            var step = TakeIf("(") ? Bracket() : Part(_parts[_at++]);
            steps.Add(TakeIf("?") ? next => [.. step(next), .. next] : step);
        }

        return next => steps.AsEnumerable().Reverse().Aggregate(next, (after, step) => step(after));
    }

    private Func<TimePart[], TimePart[]> Bracket()
    {
        var inside = Alternatives();
        return TakeIf(")") ? inside : throw _row.Error("a bracket is not closed");
    }

    private Func<TimePart[], TimePart[]> Part(string part)
    {
        if (_phrases.TryGetValue(part, out var phrase)) return new TimePattern(phrase, _words, _phrases, _row).Whole();
        if (part == ">") return next => [new TimePart(TimePartKind.Cut, TimeJoint.Plain, TimeSlot.None, 0, 0, next)];
        var joint = part[0] switch { '+' => TimeJoint.And, '^' => TimeJoint.Preposition, '~' => TimeJoint.For, _ => TimeJoint.Plain };
        var name = joint == TimeJoint.Plain ? part : part[1..];
        if (name[0] == '"' || !char.IsAscii(name[0]))
        {
            return Matching(TimePartKind.Word, joint, TimeSlot.None, _words.Literal(name.Trim('"').Replace('_', ' ')));
        }

        if (name.Split(':') is [var constant, var value])
        {
            var fixedValue = char.IsAsciiLetter(value[0]) ? value[0] : int.Parse(value, CultureInfo.InvariantCulture);
            return Matching(TimePartKind.Constant, joint, Known(constant), fixedValue);
        }

        var equals = name.IndexOf('=', StringComparison.Ordinal);
        var of = name[(equals + 1)..];
        var slot = equals < 0 ? SlotOf(of) ?? TimeSlot.None : Known(name[..equals]);
        if (of is "integer" or "ordinal" or "digits") return Matching(Enum.Parse<TimePartKind>(of, ignoreCase: true), joint, slot, 0);
        var number = _words.ClassOf(of);
        return number >= 0 ? Matching(TimePartKind.Word, joint, slot, number) : throw _row.Error($"no class or phrase is called '{of}'");
    }

    private Func<TimePart[], TimePart[]> Matching(TimePartKind kind, TimeJoint joint, TimeSlot slot, int of)
    {
        var set = kind switch
        {
            TimePartKind.Word => TimeWords.BitOf(of),
            TimePartKind.Integer => TimeWords.BitOf(_words.Cardinal) | TimePart.Digits,
            TimePartKind.Ordinal => TimeWords.BitOf(_words.Ordinal),
            _ => TimePart.Digits,
        };
        return next => [new TimePart(kind, joint, slot, of, set, next)];
    }

    private TimeSlot Known(string name) => SlotOf(name) ?? throw _row.Error($"no slot is called '{name}'");

    private static TimeSlot? SlotOf(string name) =>
        Enum.TryParse<TimeSlot>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var slot) ? slot : null;

    private bool TakeIf(string sign)
    {
        if (_at == _parts.Count || _parts[_at] != sign) return false;
        _at++;
        return true;
    }

    private static bool IsSign(char letter) => letter is ' ' or '(' or ')' or '|' or '?';
}
