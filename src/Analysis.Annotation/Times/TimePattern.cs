namespace Analysis;

/// <summary>How a part is joined to the part before it.</summary>
internal enum TimeJoint : byte
{
    /// <summary>By a space, a symbol or nothing.</summary>
    Plain,

    /// <summary>By the conjunction (<c>+</c>).</summary>
    And,

    /// <summary>By a one-letter preposition, or as <see cref="Plain"/> (<c>^</c>).</summary>
    Preposition,

    /// <summary>By the preposition ل, which is also required for the first part of a pattern (<c>~</c>).</summary>
    For,

    /// <summary>Not at all: the part takes nothing and fills its slot with a constant.</summary>
    Constant,
}

/// <summary>A part of a pattern.</summary>
/// <param name="Joint">How it is joined to the part before it.</param>
/// <param name="Slot">Slot that it fills; a part that fills <see cref="TimeSlot.End"/> ends the expression there.</param>
/// <param name="Of">Class of its term, or a constant.</param>
/// <param name="Next">The parts of which one must follow; none at the end of the pattern.</param>
internal sealed record TimePart(TimeJoint Joint, TimeSlot Slot, int Of, TimePart[] Next)
{
    /// <summary>Bits of the classes that may follow (see <see cref="BitOf"/>); all bits if nothing need follow.</summary>
    public ulong Following { get; } = Next.Aggregate(0UL, static (bits, part) => bits | part.Bits);

    private ulong Bits => Next.Length == 0 ? ulong.MaxValue : Joint == TimeJoint.Constant ? Following : BitOf(Of);

    /// <summary>The bit of a class; several classes share one.</summary>
    public static ulong BitOf(int of) => 1UL << of;
}

/// <summary>
/// Compiles a pattern of <c>time-rules.tsv</c> to its first parts, each of which knows what may follow. A pattern is a sequence of parts;
/// <c>( | )</c> groups alternatives and <c>?</c> marks an optional part. A part is <c>class</c>, <c>slot=class</c>, the name of a phrase of
/// <c>time-phrases.tsv</c>, a symbol in quotation marks or a literal word in non-Latin letters; the classes <c>integer</c> and
/// <c>digits</c> hold numbers in digits as well. A class fills the slot of its name if there is one. A prefix <c>+</c>, <c>^</c> or
/// <c>~</c> is the <see cref="TimeJoint"/> to the part before it. <c>slot:value</c> fills a slot without taking anything; the
/// expression ends before <c>&gt;</c>, though what stands after it must follow.
/// </summary>
internal sealed class TimePattern
{
    private const string Joints = " +^~";
    private static readonly TimePart[] AtEnd = [new(TimeJoint.Constant, TimeSlot.None, 0, [])];

    private readonly TimeWords _words;
    private readonly LexiconRow _row;
    private readonly string[] _parts;
    private int _at;

    private TimePattern(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row)
    {
        (_words, _row) = (words, row);
        _parts = [.. Expand(pattern, phrases)];
    }

    /// <summary>The parts with which a pattern may begin.</summary>
    /// <exception cref="InvalidDataException">A part is unknown or a bracket has no partner; the message names the row.</exception>
    public static TimePart[] Compile(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row)
    {
        var reader = new TimePattern(pattern, words, phrases, row);
        var whole = reader.Alternatives();
        return reader._at == reader._parts.Length ? whole(AtEnd) : throw row.Error("a bracket has no partner");
    }

    // The parts and signs of a pattern, with the parts of a phrase in brackets in place of its name.
    private static IEnumerable<string> Expand(string pattern, IReadOnlyDictionary<string, string> phrases)
    {
        foreach (var sign in "()|?") pattern = pattern.Replace($"{sign}", $" {sign} ", StringComparison.Ordinal);
        return pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(part =>
            phrases.TryGetValue(part, out var phrase) ? Expand(phrase, phrases).Prepend("(").Append(")") : [part]);
    }

    // What is read gives, for the parts that may follow it, the parts with which it begins.
    private Func<TimePart[], TimePart[]> Alternatives()
    {
        var choices = new List<Func<TimePart[], TimePart[]>> { Sequence() };
        while (TakeIf("|")) choices.Add(Sequence());
        return next => [.. choices.SelectMany(choice => choice(next))];
    }

    private Func<TimePart[], TimePart[]> Sequence()
    {
        var steps = new List<Func<TimePart[], TimePart[]>>();
        while (_at < _parts.Length && _parts[_at] is not ("|" or ")"))
        {
            var step = Part(_parts[_at++]);
            steps.Add(TakeIf("?") ? next => [.. step(next), .. next] : step);
        }

        return next => steps.AsEnumerable().Reverse().Aggregate(next, (after, step) => step(after));
    }

    private Func<TimePart[], TimePart[]> Part(string part)
    {
        if (part == "(")
        {
            var inside = Alternatives();
            return TakeIf(")") ? inside : throw _row.Error("a bracket is not closed");
        }

        if (part == ">") return next => [new TimePart(TimeJoint.Constant, TimeSlot.End, 0, next)];
        if (part[0] != '"' && part.Split(':') is [var name, var value])
        {
            var constant = TimeWords.ValueOf(value, _row);
            return next => [new TimePart(TimeJoint.Constant, SlotOf(name) ?? TimeSlot.None, constant, next)];
        }

        var joint = (TimeJoint)Math.Max(0, Joints.IndexOf(part[0], StringComparison.Ordinal));
        if (joint != TimeJoint.Plain) part = part[1..];
        var slot = SlotOf(part.Split('=')[0]);
        var of = _words.ClassOf(slot is null ? part : part.Split('=')[^1], _row);
        return next => [new TimePart(joint, slot ?? TimeSlot.None, of, next)];
    }

    private static TimeSlot? SlotOf(string name) =>
        Enum.TryParse<TimeSlot>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var slot) ? slot : null;

    private bool TakeIf(string sign)
    {
        if (_at == _parts.Length || _parts[_at] != sign) return false;
        _at++;
        return true;
    }
}
