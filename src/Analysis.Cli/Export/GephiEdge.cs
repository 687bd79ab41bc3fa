namespace Analysis.Cli;

/// <summary>A row of <c>network-edges.csv</c>: the columns that Gephi knows, then the measures of the pair.</summary>
internal sealed record GephiEdge(
    string Source, string Target, string Type, int Weight, double Expected, double LogDice, double Npmi, DateOnly? FirstDate,
    DateOnly? LastDate, IReadOnlyList<string> Documents)
{
    public static GephiEdge Of(EntityEdge edge) => new(
        edge.First, edge.Second, "Undirected", edge.Both, edge.Expected, edge.LogDice, edge.Npmi, edge.FirstDate, edge.LastDate,
        edge.Documents);
}
