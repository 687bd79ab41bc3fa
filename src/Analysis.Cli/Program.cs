System.Console.WriteLine("analysis");
