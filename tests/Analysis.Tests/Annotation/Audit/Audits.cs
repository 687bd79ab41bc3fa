namespace Analysis.Tests.Annotation.Audit;

/// <summary>A gazetteer of invented names, and audits of texts by it.</summary>
internal static class Audits
{
    public static Gazetteer Names { get; } = Gazetteer.Read(
        new StringReader("""
            id	type	name_ar	name_en	state_actor	demonyms	aliases
            zolan	state	زولانيا	Zolania	zolan	زولاني	
            darqun	person	فرزاد دارقوني	F. Darquni	zolan		دارقوني
            gaini	person	رستم قاني	R. Gaini	zolan		قاني{full}
            marsha	organization	هيئة المرشافة	Marshafa Board	zolan		المرشافة|الهيئة{near:المرشافة}
            marsha-town	place	المرشافه	Marshafa	zolan		
            tanasha	armed-group	كتائب التناشيبانة	Tanashiba	zolan		
            zarquti	person	مايكل زرقوطي	M. Zarquti	zolan		زرقوطي
            balad	place	الصباح	Morning	zolan		
            """),
        "names");

    public static MergeAudit Of(Gazetteer gazetteer, int minimum, params string[] texts)
    {
        var annotator = Annotator.Create(gazetteer);
        return MergeAudit.Of([.. texts.Select((text, i) => annotator.Annotate(new Document($"{i}", text)))], annotator, minimum);
    }

    public static MergeAudit Of(params string[] texts) => Of(Names, 1, texts);

    public static Decisions Decisions(params string[] rows) =>
        Analysis.Decisions.Read(new StringReader(Analysis.Decisions.Header + "\n" + string.Join('\n', rows)), "decisions.tsv");

    public static IEnumerable<(string Surface, string? Entity, string Rule)> Mentions(Gazetteer gazetteer, string text) =>
        Annotator.Create(gazetteer).Annotate(new Document("t", text)).Mentions.Select(
            mention => (mention.Surface, mention.Entity, mention.Rule));
}
