namespace Analysis;

/// <summary>
/// A pattern of <c>time-rules.tsv</c>, compiled to instructions. A pattern is a sequence of parts; <c>( | )</c> groups alternatives and
/// <c>?</c> marks an optional part. A part is <c>class</c>, <c>slot=class</c>, the name of a phrase of <c>time-phrases.tsv</c>, a symbol
/// in quotation marks or a literal word in non-Latin letters; <c>integer</c>, <c>ordinal</c> and <c>digits</c> are numbers. A prefix
/// <c>+</c>, <c>^</c> or <c>~</c> says how a part is joined to the one before it (see <see cref="TimeJoint"/>).
/// </summary>
internal sealed class TimePattern
{
    private TimeInstruction[] _code = new TimeInstruction[64];
    private int _count;

    private TimePattern()
    {
    }

    /// <summary>The instructions. The last is <see cref="TimeStep.Accept"/>.</summary>
    public TimeInstruction[] Code { get; private set; } = [];

    /// <summary>Index of the first instruction.</summary>
    public int Start { get; private set; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="InvalidDataException">A part is unknown or a bracket has no partner; the message names the row.</exception>
    public static TimePattern Compile(string pattern, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row)
    {
        var compiled = new TimePattern();
        compiled.Alternatives(new TimePatternReader(pattern, row), words, phrases, row, depth: 0);
        compiled.Add(new TimeInstruction(TimeStep.Accept));
        compiled.Close(words);
        return compiled;
    }

    /// <summary>A <see cref="TimeSet"/> of which every match contains all members.</summary>
    public ulong Needs { get; private set; }

    /// <summary>
    /// Indexes of the matching instructions that can be next at an index,
    /// including <see cref="TimeStep.Accept"/> if the pattern can end there.
    /// </summary>
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

    // All jumps lead forward, so the instructions are completed from last to first.
    private void Close(TimeWords words)
    {
        Code = _code[.._count];
        var needs = new ulong[Code.Length];
        for (var at = Code.Length - 1; at >= 0; at--)
        {
            ref var instruction = ref Code[at];
            instruction = instruction.Step switch
            {
                TimeStep.Accept => instruction,
                TimeStep.Split => instruction with { First = Target(instruction.First), Second = Target(instruction.Second) },
                TimeStep.Jump => instruction with { First = Target(instruction.First) },
                _ => instruction with { First = Target(at + 1) },
            };
            (needs[at], var starts) = instruction.Step switch
            {
                TimeStep.Split => (needs[instruction.First] & needs[instruction.Second], Code[instruction.First].Starts | Code[instruction.Second].Starts),
                TimeStep.Jump => (needs[instruction.First], Code[instruction.First].Starts),
                TimeStep.Accept => (0UL, TimeSet.Nothing),
                TimeStep.Integer => (needs[instruction.First], TimeSet.Digits | TimeSet.Of(words.Cardinal)),
                TimeStep.Ordinal => (needs[instruction.First] | TimeSet.Of(words.Ordinal), TimeSet.Of(words.Ordinal)),
                TimeStep.Digits => (needs[instruction.First] | TimeSet.Digits, TimeSet.Digits),
                _ => (needs[instruction.First] | TimeSet.Of(instruction.Class), TimeSet.Of(instruction.Class)),
            };
            if (instruction.Joint == TimeJoint.And) starts |= TimeSet.Of(words.Conjunction);
            instruction = instruction with { Starts = starts };
        }

        Needs = needs[0];
        Start = Target(0);
    }

    // Target of a jump to a later instruction. Later instructions are complete, so the target is never a jump itself.
    private int Target(int at) => Code[at].Step == TimeStep.Jump ? Code[at].First : at;

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
                // The last sequence has no alternative, so its split becomes a jump to the next instruction.
                _code[split] = new TimeInstruction(TimeStep.Jump, First: split + 1);
                break;
            }

            ends.Add(Add(default));
            _code[split] = new TimeInstruction(TimeStep.Split, First: split + 1, Second: _count);
        }

        foreach (var end in ends) _code[end] = new TimeInstruction(TimeStep.Jump, First: _count);
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
                ? new TimeInstruction(TimeStep.Split, First: split + 1, Second: _count)
                : new TimeInstruction(TimeStep.Jump, First: split + 1);
        }
    }

    private void Part(string part, TimeWords words, IReadOnlyDictionary<string, string> phrases, LexiconRow row, int depth)
    {
        if (phrases.TryGetValue(part, out var phrase))
        {
            if (depth > 8) throw row.Error($"the phrase '{part}' contains itself");
            var inner = new TimePatternReader(phrase, row);
            Alternatives(inner, words, phrases, row, depth + 1);
            if (!inner.AtEnd) throw row.Error($"the phrase '{part}' has a bracket too many");
            return;
        }

        var joint = part[0] switch { '+' => TimeJoint.And, '^' => TimeJoint.Preposition, '~' => TimeJoint.For, _ => TimeJoint.Plain };
        var name = joint == TimeJoint.Plain ? part : part[1..];
        if (name[0] == '"')
        {
            Add(new TimeInstruction(TimeStep.Word, joint, TimeSlot.None, words.Literal(name.Trim('"'))));
            return;
        }

        if (!char.IsAscii(name[0]))
        {
            Add(new TimeInstruction(TimeStep.Word, joint, TimeSlot.None, words.Literal(name.Replace('_', ' '))));
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
        Add(new TimeInstruction(step, joint, slot, number));
    }
}
