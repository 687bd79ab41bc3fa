using System.Reflection;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>
/// A finder of mentions of its own, from which single rows of a lexicon can be taken away: what a row is for shows in what is found
/// without it. It reaches into the private tables of the finders, so that nothing in the library exists for tests alone.
/// </summary>
internal sealed class Bench
{
    private readonly MentionFinder _finder;
    private readonly Vocabulary _vocabulary;
    private readonly Draft _draft;

    /// <summary>A bench that knows the entities of the given rows.</summary>
    public Bench(params string[] rows)
    {
        var gazetteer = Gazetteer.Read(new StringReader("id\ttype\tname_ar\tname_en\tstate_actor\tdemonyms\taliases\n" + string.Join('\n', rows)), "rows");
        var lexicons = OwnLexicons();
        _vocabulary = lexicons.Vocabulary.Copy();
        _finder = new MentionFinder(_vocabulary, lexicons, gazetteer);
        _vocabulary.Close();
        _draft = new Draft(_vocabulary);
    }

    /// <summary>Lexicons that no other annotator shares: those that are shared must keep their rows.</summary>
    public static CommonLexicons OwnLexicons() => (CommonLexicons)Activator.CreateInstance(typeof(CommonLexicons), nonPublic: true)!;

    /// <summary>The mentions of a text.</summary>
    public IReadOnlyList<Found> Mentions(string text)
    {
        _draft.Begin(new Document("t", text));
        _finder.Find(_draft);
        return _draft.Mentions.ConvertAll(mark => new Found(text[mark.Start..mark.End], EntityTypes.NameOf(mark.Type), mark.Rule, mark.Metonym));
    }

    /// <summary>The mentions of a text while a table doesn't know a word.</summary>
    /// <param name="table">The fields that lead from the finder to the table, with dots between.</param>
    /// <param name="word">The word.</param>
    /// <param name="text">The text.</param>
    /// <param name="left">What other rows say of the word, given what all say; nothing where it is left out.</param>
    public IReadOnlyList<Found> Without(string table, string word, string text, Func<int, int>? left = null)
    {
        object owner = _finder;
        foreach (var name in table.Split('.'))
        {
            var field = owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
            owner = field?.GetValue(owner) ?? throw new MissingFieldException(owner.GetType().Name, name);
        }

        var cell = owner.GetType().GetProperty("Item")!;
        object[] form = [_vocabulary.Forms.Find(Letters.KeyOf(word))];
        var known = cell.GetValue(owner, form)!;
        var rest = left is null ? Activator.CreateInstance(cell.PropertyType)! : Enum.ToObject(cell.PropertyType, left(Convert.ToInt32(known, null)));
        cell.SetValue(owner, rest, form);
        try
        {
            return Mentions(text);
        }
        finally
        {
            cell.SetValue(owner, known, form);
        }
    }

    /// <summary>What is found in a text.</summary>
    public sealed record Found(string Surface, string Type, string Rule, bool? Metonym);
}
