namespace Analysis;

/// <summary>What an instruction of a <see cref="TimePattern"/> does.</summary>
internal enum TimeStep : byte
{
    /// <summary>A word of a class.</summary>
    Word,

    /// <summary>A number in digits or words.</summary>
    Integer,

    /// <summary>An ordinal in words.</summary>
    Ordinal,

    /// <summary>A number in digits, whatever stands beside it.</summary>
    Digits,

    /// <summary>Two ways to go on, the first preferred.</summary>
    Split,

    /// <summary>One way to go on.</summary>
    Jump,

    /// <summary>The pattern is through.</summary>
    Accept,
}

/// <summary>How a part is joined to what stands before it.</summary>
internal enum TimeJoint : byte
{
    /// <summary>By a blank, a symbol or nothing; a part that opens the pattern may bear any proclitic.</summary>
    Plain,

    /// <summary>By the conjunction (<c>+</c>).</summary>
    And,

    /// <summary>By a one-letter preposition or plainly (<c>^</c>).</summary>
    Preposition,

    /// <summary>The preposition ل stands before it, also where it opens the pattern (<c>~</c>).</summary>
    For,
}

/// <summary>An instruction of a <see cref="TimePattern"/>.</summary>
internal readonly record struct TimeInstruction(TimeStep Step, TimeJoint Joint, TimeSlot Slot, int Class, int First, int Second);

/// <summary>
/// A pattern of <c>time-rules.tsv</c> as instructions. Parts stand in order; <c>( | )</c> groups and <c>?</c> makes optional. A part is
/// <c>class</c>, <c>slot=class</c>, the name of a phrase of <c>time-phrases.tsv</c>, a symbol in quotation marks or, in other than Latin
/// letters, the word itself; <c>integer</c>, <c>ordinal</c> and <c>digits</c> are numbers. Before a part, <c>+</c>, <c>^</c> and <c>~</c>
/// say how it is joined (see <see cref="TimeJoint"/>).
/// </summary>
internal sealed class TimePattern
{
    private TimeInstruction[] _code = new TimeInstruction[64];
    private int _count;

    private TimePattern()
    {
    }

    /// <summary>The instructions; the first one begins, <see cref="TimeStep.Accept"/> ends.</summary>
    public TimeInstruction[] Code { get; private set; } = [];

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="InvalidDataException">A part is unknown or a bracket has no partner; the message names the row.</exception>
    public static TimePattern Compile(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row)
    {
        var compiled = new TimePattern();
        compiled.Alternatives(new TimePatternReader(pattern, row), words, phrases, row, depth: 0);
        compiled.Add(new TimeInstruction(TimeStep.Accept, default, default, 0, 0, 0));
        compiled.Close();
        return compiled;
    }

    /// <summary>The bit of a number in digits in <see cref="Needs"/>; shared with a class, as classes share bits.</summary>
    public const ulong DigitsBit = 1UL << 63;

    /// <summary>Classes, a bit each as in <see cref="TimeWords.ClassesOf"/>, of which every match holds a word.</summary>
    public ulong Needs { get; private set; }

    /// <summary>Places of the instructions that can come next from a place on; that of <see cref="TimeStep.Accept"/> is among them where the pattern can end there.</summary>
    public List<int> Next(int from)
    {
        var next = new List<int>();
        AddNext(from, new bool[Code.Length], next);
        return next;
    }

    private void AddNext(int at, bool[] seen, List<int> next)
    {
        if (seen[at]) return;
        seen[at] = true;
        ref readonly var instruction = ref Code[at];
        if (instruction.Step is not (TimeStep.Split or TimeStep.Jump))
        {
            next.Add(at);
            return;
        }

        if (instruction.Step == TimeStep.Split) AddNext(instruction.Second, seen, next);
        AddNext(instruction.First, seen, next);
    }

    private void Close()
    {
        Code = _code[.._count];
        for (var at = 0; at < Code.Length; at++)
        {
            ref var instruction = ref Code[at];
            if (instruction.Step is TimeStep.Split or TimeStep.Jump)
                instruction = instruction with { First = Target(instruction.First), Second = Target(instruction.Second) };
        }

        Needs = NeedsOf(Code);
    }

    // Ways lead forward only, so what a match needs from an instruction on is known once that of all later ones is.
    private static ulong NeedsOf(TimeInstruction[] code)
    {
        var needs = new ulong[code.Length];
        for (var at = code.Length - 2; at >= 0; at--)
        {
            needs[at] = code[at].Step switch
            {
                TimeStep.Split => needs[code[at].First] & needs[code[at].Second],
                TimeStep.Jump => needs[code[at].First],
                TimeStep.Word => needs[at + 1] | (1UL << code[at].Class),
                TimeStep.Digits => needs[at + 1] | DigitsBit,
                _ => needs[at + 1],
            };
        }

        return needs[0];
    }

    // A jump to a jump goes where that goes.
    private int Target(int at)
    {
        while (_code[at].Step == TimeStep.Jump) at = _code[at].First;
        return at;
    }

    private int Add(TimeInstruction instruction)
    {
        if (_count == _code.Length) Array.Resize(ref _code, _count * 2);
        _code[_count] = instruction;
        return _count++;
    }

    // alternatives = sequence { "|" sequence }
    private void Alternatives(TimePatternReader reader, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row, int depth)
    {
        var ends = new List<int>();
        while (true)
        {
            var split = Add(default);
            Sequence(reader, words, phrases, row, depth);
            if (!reader.TakeIf("|"))
            {
                // The last sequence has no other way: its split is a step on.
                _code[split] = new TimeInstruction(TimeStep.Jump, default, default, 0, split + 1, 0);
                break;
            }

            ends.Add(Add(default));
            _code[split] = new TimeInstruction(TimeStep.Split, default, default, 0, split + 1, _count);
        }

        foreach (var end in ends) _code[end] = new TimeInstruction(TimeStep.Jump, default, default, 0, _count, 0);
    }

    private void Sequence(TimePatternReader reader, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row, int depth)
    {
        while (!reader.AtEnd && reader.Next is not ("|" or ")"))
        {
            var split = Add(default);
            if (reader.TakeIf("("))
            {
                Alternatives(reader, words, phrases, row, depth);
                if (!reader.TakeIf(")")) throw row.Error("a bracket is not closed");
            }
            else
            {
                Part(reader.Take(), words, phrases, row, depth);
            }

            _code[split] = reader.TakeIf("?")
                ? new TimeInstruction(TimeStep.Split, default, default, 0, split + 1, _count)
                : new TimeInstruction(TimeStep.Jump, default, default, 0, split + 1, 0);
        }
    }

    private void Part(string part, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row, int depth)
    {
        if (phrases.TryGetValue(part, out var phrase))
        {
            if (depth > 8) throw row.Error($"the phrase '{part}' holds itself");
            var inner = new TimePatternReader(phrase, row);
            Alternatives(inner, words, phrases, row, depth + 1);
            if (!inner.AtEnd) throw row.Error($"the phrase '{part}' has a bracket too many");
            return;
        }

        var joint = part[0] switch { '+' => TimeJoint.And, '^' => TimeJoint.Preposition, '~' => TimeJoint.For, _ => TimeJoint.Plain };
        var name = joint == TimeJoint.Plain ? part : part[1..];
        if (name[0] == '"')
        {
            Add(new TimeInstruction(TimeStep.Word, joint, TimeSlot.None, words.Literal(name.Trim('"')), 0, 0));
            return;
        }

        if (!char.IsAscii(name[0]))
        {
            Add(new TimeInstruction(TimeStep.Word, joint, TimeSlot.None, words.Literal(name.Replace('_', ' ')), 0, 0));
            return;
        }

        var equals = name.IndexOf('=', StringComparison.Ordinal);
        var of = name[(equals + 1)..];
        var slotName = (equals < 0 ? of : name[..equals]).Replace("-", "", StringComparison.Ordinal);
        var slot = Enum.TryParse(typeof(TimeSlot), slotName, ignoreCase: true, out var known) ? (TimeSlot)known
            : equals < 0 ? TimeSlot.None : throw row.Error($"no slot is called '{name[..equals]}'");
        var step = of switch
        {
            "integer" => TimeStep.Integer,
            "ordinal" => TimeStep.Ordinal,
            "digits" => TimeStep.Digits,
            _ => TimeStep.Word,
        };
        var number = step == TimeStep.Word ? words.ClassOf(of) : 0;
        if (number < 0) throw row.Error($"no class or phrase is called '{of}'");
        Add(new TimeInstruction(step, joint, slot, number, 0, 0));
    }
}

/// <summary>Cuts the text of a pattern into parts and signs.</summary>
internal sealed class TimePatternReader
{
    private readonly List<string> _parts = [];
    private int _at;

    /// <summary>Reads a pattern from its first part on.</summary>
    public TimePatternReader(string pattern, LexiconRow row)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var end = at + 1;
            if (pattern[at] == '"')
            {
                end = pattern.IndexOf('"', end) + 1;
                if (end == 0) throw row.Error("a quotation mark is not closed");
            }
            else if (pattern[at] is not (' ' or '(' or ')' or '|' or '?'))
            {
                while (end < pattern.Length && pattern[end] is not (' ' or '(' or ')' or '|' or '?')) end++;
            }

            if (pattern[at] != ' ') _parts.Add(pattern[at..end]);
            at = end;
        }
    }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => _at == _parts.Count;

    /// <summary>The part to come.</summary>
    public string Next => _parts[_at];

    /// <summary>Takes the part to come.</summary>
    public string Take() => _parts[_at++];

    /// <summary>Takes the part to come when it is this sign.</summary>
    public bool TakeIf(string sign)
    {
        if (AtEnd || _parts[_at] != sign) return false;
        _at++;
        return true;
    }
}
