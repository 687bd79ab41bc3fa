namespace Analysis;

/// <summary>What every annotator knows, whatever its gazetteer: read once a process, and shared.</summary>
internal sealed class CommonLexicons
{
    private static readonly Lazy<CommonLexicons> Shared = new(static () => new CommonLexicons());

    // Needs no vocabulary, so that a second thread can read it while a first one reads the rest.
    private static readonly Lazy<EventTable> Table = new(static () => new EventTable());

    private CommonLexicons()
    {
        Words = new WordClasses(Vocabulary);
        Parts = new NameParts(Vocabulary);
        Times = new TimeTagger(new TimeGrammar(), Vocabulary);
        Events = new EventLexicon(Table.Value, Vocabulary);
    }

    /// <summary>The lexicons; who asks while another thread reads them helps it, then waits for it.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public static CommonLexicons Read()
    {
        _ = Table.Value;
        return Shared.Value;
    }

    /// <summary>The lexicons, read in the order that leaves most to a thread that asks by <see cref="Read"/> meanwhile.</summary>
    public static CommonLexicons ReadFirst() => Shared.Value;

    /// <summary>Their words: a vocabulary to be copied, not to be added to.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Given names and ordinary words.</summary>
    public WordClasses Words { get; }

    /// <summary>Words by which names go on.</summary>
    public NameParts Parts { get; }

    /// <summary>Time expressions.</summary>
    public TimeTagger Times { get; }

    /// <summary>Words that report events.</summary>
    public EventLexicon Events { get; }
}
